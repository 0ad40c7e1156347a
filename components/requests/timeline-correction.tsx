import { Icon } from "@/components/ui/icon";
import type { Clock } from "@/lib/clock";
import { plainWords } from "@/lib/markdown/markdown";
import { sayLabel } from "@/lib/messages/said";
import type { Translator } from "@/lib/messages/translate";
import { lineOf } from "@/lib/requests/history-line";
import type { TimelineEntry } from "@/lib/requests/timeline";
import type { RequestInView } from "@/lib/requests/view";
import { type Answer, AnswerValue } from "./answers";
import { HistorySentence } from "./history-sentence";
import { EntryTime } from "./timeline-time";

type Value = Omit<Answer, "label"> | null;
type Props = {
  entry: Extract<TimelineEntry, { kind: "correction" }>;
  on: RequestInView;
  clock: Clock;
  t: Translator;
};

const corrected = lineOf("history.corrected");

/** What the requester corrected: each answer before and after, under the label of its question. */
export function TimelineCorrection({ entry, on, clock, t }: Props) {
  const changes = entry.changes.map(change => ({ ...change, label: sayLabel(t, change.label) }));
  return (
    <>
      <span className="relative flex size-8 shrink-0 items-center justify-center">
        <span className="flex size-6 items-center justify-center rounded-full border border-line bg-surface">
          <Icon name="pencil-line" className="size-3 text-ink-faint" />
        </span>
      </span>
      <div className="wrap-anywhere min-w-0 flex-1 pt-1 text-ink-soft text-sm leading-6">
        <div className="flex flex-wrap items-center gap-x-2">
          <p>
            <HistorySentence line={corrected} entry={entry} t={t} />
          </p>
          <EntryTime entry={entry} on={on} clock={clock} t={t} />
        </div>
        <ul className="mt-2 grid gap-2">
          {changes.map(({ label, before, after }) => (
            <li key={label} className="rounded-lg border border-line bg-surface px-4 py-3">
              <p className="font-medium text-ink">{label}</p>
              <dl className="mt-1 grid gap-x-4 gap-y-1 grid-cols-[3.5rem_minmax(0,1fr)]">
                <dt className="text-ink-faint">{t("requests.correction.before")}</dt>
                <dd>
                  <Folded value={before} t={t} />
                </dd>
                <dt className="text-ink-faint">{t("requests.correction.after")}</dt>
                <dd className="text-ink">
                  <Folded value={after} t={t} />
                </dd>
              </dl>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

const most = 240;

/** A long text shows how it begins, and all of it on wish. */
function Folded({ value, t }: { value: Value; t: Translator }) {
  if (!value) return <span className="text-ink-faint">{t("requests.answers.none")}</span>;
  const text = [value.value].flat().join(", ");
  if (value.kind !== "long" || (text.length <= most && text.split("\n").length <= 6))
    return <AnswerValue {...value} t={t} />;
  return (
    <details className="group">
      <summary className="rounded">
        <span dir="auto" className="as-typed group-open:hidden">
          {beginning(text)}{" "}
        </span>
        <span className="inline-flex min-h-6 items-center font-medium text-accent-text underline underline-offset-2">
          <span className="group-open:hidden">{t("requests.show_all")}</span>
          <span className="hidden group-open:inline">{t("requests.show_less")}</span>
        </span>
      </summary>
      <AnswerValue {...value} t={t} />
    </details>
  );
}

function beginning(text: string): string {
  return `${plainWords(text.slice(0, 160).split("\n").slice(0, 3).join("\n").toWellFormed()).trimEnd()}…`;
}
