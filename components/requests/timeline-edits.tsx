import { buttonClass } from "@/components/ui/button-class";
import { Icon } from "@/components/ui/icon";
import { Markdown } from "@/components/ui/markdown";
import { Time } from "@/components/ui/time";
import type { Clock } from "@/lib/clock";
import type { Translator } from "@/lib/messages/translate";
import type { Edits } from "@/lib/requests/timeline";

type Props = {
  /** `isCut`: there is more than is shown here. */
  edited: NonNullable<Edits["edited"]>;
  /** Where this comment comes first, and as much of what it said as there is room for. */
  href: string;
  clock: Clock;
  t: Translator;
};

/** Says that a comment was edited, and opens to its earlier text. */
export function EarlierWords({ edited, href, clock, t }: Props) {
  return (
    <details className="disclosure open:basis-full">
      <summary className={buttonClass("quiet", "small")}>
        <span>
          {t.rich("requests.edited", {
            time: <Time at={edited.at} clock={clock} />,
            unseen: words => <span className="sr-only">{words}</span>,
          })}
        </span>
        <Icon name="chevron-down" className="disclosure-arrow -mr-1 size-4 opacity-70 transition-[rotate]" />
      </summary>
      <ol className="mt-1 mb-2 grid gap-3 px-3">
        {edited.earlier.map(({ body, at }) => (
          <li key={`${at}${body}`} className="border-line-strong/50 border-l-2 pl-3 text-ink-soft">
            <p className="text-ink-faint">
              {t.rich("requests.edited.earlier", { time: <Time at={at} clock={clock} /> })}
            </p>
            <Markdown className="mt-1 max-w-[75ch]">{body}</Markdown>
          </li>
        ))}
      </ol>
      {edited.isCut && (
        <p className="mb-2 px-3 text-ink-soft">
          {t.rich("requests.edited.cut", {
            link: words => (
              <a href={href} className="text-accent-text underline underline-offset-4">
                {words}
              </a>
            ),
          })}
        </p>
      )}
    </details>
  );
}
