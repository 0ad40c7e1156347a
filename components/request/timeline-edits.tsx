import { buttonClass } from "@/components/ui/button-class";
import { Icon } from "@/components/ui/icon";
import { Markdown } from "@/components/ui/markdown";
import { Time } from "@/components/ui/time";
import type { Clock } from "@/lib/clock";

type Props = { edited: { at: string; earlier: { body: string; at: string }[] }; clock: Clock };

/** That a comment was edited, and behind it what it said before, for whoever may read the comment. */
export function EarlierWords({ edited, clock }: Props) {
  return (
    <details className="disclosure open:basis-full">
      <summary className={buttonClass("quiet", "small")}>
        <span>
          Edited <Time at={edited.at} clock={clock} />
          <span className="sr-only">: earlier text</span>
        </span>
        <Icon name="chevron-down" className="disclosure-arrow -mr-1 size-4 opacity-70 transition-[rotate]" />
      </summary>
      <ol className="mt-1 mb-2 grid gap-3 px-3">
        {edited.earlier.map(({ body, at }) => (
          <li key={`${at}${body}`} className="border-line-strong/50 border-l-2 pl-3 text-ink-soft">
            <p className="text-ink-faint">
              As written <Time at={at} clock={clock} />
            </p>
            <Markdown className="mt-1 max-w-[75ch]">{body}</Markdown>
          </li>
        ))}
      </ol>
    </details>
  );
}
