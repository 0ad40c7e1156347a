"use client";

import { useTexts } from "@/components/messages/browser-texts";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import type { BrowserTexts } from "@/lib/messages/browser";

type Props = { href: string; label: keyof BrowserTexts };

/**
 * The same for what does not exist and for what the visitor may not see. Next sends it along with every page, so it
 * takes its words from the script.
 */
export function NothingHere({ href, label }: Props) {
  const texts = useTexts();
  return (
    <>
      <h1 className="sr-only">{texts.missing}</h1>
      <EmptyState
        icon="search"
        title={texts["missing.title"]}
        action={
          <>
            <a href={href} className={buttonClass("primary")}>
              {String(texts[label])}
            </a>
            <a href="/" className={buttonClass()}>
              {texts.raise}
            </a>
          </>
        }
      >
        {texts["missing.text"]}
      </EmptyState>
    </>
  );
}
