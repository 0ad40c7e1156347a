"use client";

import { useTexts } from "@/components/messages/browser-texts";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import type { BrowserTexts } from "@/lib/messages/browser";

type Props = {
  href: string;
  label: keyof BrowserTexts;
  /** Puts this link second: a visitor may have nothing behind it. */
  isAside?: boolean;
};

/**
 * The same for what does not exist and for what the visitor may not see. Next sends it along with every page, so it
 * takes its words from the script.
 */
export function NothingHere({ href, label, isAside = false }: Props) {
  const texts = useTexts();
  const ways = [[href, String(texts[label])] as const, ["/", texts.raise] as const];
  if (isAside) ways.reverse();
  return (
    <>
      <h1 className="sr-only">{texts.missing}</h1>
      <EmptyState
        icon="search"
        title={texts["missing.title"]}
        action={ways.map(([way, name], index) => (
          <a key={way} href={way} className={buttonClass(index === 0 ? "primary" : undefined)}>
            {name}
          </a>
        ))}
      >
        {texts["missing.text"]}
      </EmptyState>
    </>
  );
}
