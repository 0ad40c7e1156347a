import clsx from "clsx";
import { ButtonLink } from "@/components/ui/button";
import { Time } from "@/components/ui/time";
import type { Clock } from "@/lib/clock";
import type { Translator } from "@/lib/messages/translate";
import type { FirstMessage } from "@/lib/requests/first-message";
import { type RequestInView, requestPath } from "@/lib/requests/view";
import { AnswerValue } from "./answers";
import { MessageBox } from "./message-box";

type Props = { entry: FirstMessage; on: RequestInView; canCorrect: boolean; clock: Clock; t: Translator };

/** What the request itself says: the long answers and files as they were written, the short ones as facts below. */
export function TimelineRequest({ entry, on, canCorrect, clock, t }: Props) {
  const { said, facts, corrected } = entry;
  const path = requestPath(on.reference, on.view);
  const correctHref = canCorrect && on.view === "customer" ? `${path}/correct` : undefined;
  return (
    <MessageBox entry={entry} on={on} clock={clock} t={t}>
      {said.length > 0 && (
        <dl className="grid gap-4 px-4 py-3.5 sm:px-5">
          {said.map(({ label, ...answer }) => (
            <div key={label} className="min-w-0">
              <dt className="wrap-anywhere mb-1 text-ink-soft text-sm">{label}</dt>
              <dd className="max-w-[75ch] text-[0.9375rem] text-ink">
                <AnswerValue {...answer} t={t} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {facts.length > 0 && (
        <div className={clsx("@container px-4 py-3.5 sm:px-5", said.length > 0 && "border-line border-t")}>
          <dl className="grid gap-x-6 gap-y-3 @md:grid-cols-2 @3xl:grid-cols-3">
            {facts.map(({ label, ...answer }) => (
              <div key={label} className="min-w-0">
                <dt className="wrap-anywhere text-ink-soft text-xs leading-5">{label}</dt>
                <dd className="wrap-anywhere text-ink text-sm leading-6">
                  <AnswerValue {...answer} t={t} />
                </dd>
              </div>
            ))}
          </dl>
        </div>
      )}
      {said.length === 0 && facts.length === 0 && (
        <p className="px-4 py-3.5 text-ink-soft text-sm sm:px-5">{t("requests.entry.no_details")}</p>
      )}
      {(corrected || correctHref) && (
        <div className="flex flex-wrap items-center gap-x-2 px-1 pb-1.5 text-ink-faint text-sm sm:px-2">
          {corrected && (
            <p className="px-3">
              {t.rich("requests.entry.corrected", {
                time: <Time at={corrected.at} clock={clock} />,
                link: words => (
                  <a
                    href={`${path}?entry=${corrected.entry}#entry-${corrected.entry}`}
                    className="inline-flex min-h-6 items-center rounded underline underline-offset-4 hover:text-ink"
                  >
                    {words}
                  </a>
                ),
              })}
            </p>
          )}
          {correctHref && (
            <ButtonLink href={correctHref} prefetch={false} variant="quiet" size="small" icon="pencil-line">
              {t("requests.entry.correct")}
            </ButtonLink>
          )}
        </div>
      )}
    </MessageBox>
  );
}
