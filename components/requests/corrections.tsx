import { sayText } from "@/lib/messages/said";
import type { Translator } from "@/lib/messages/translate";
import type { TimelineEntry } from "@/lib/requests/timeline";
import { AnswerValue } from "./answer-list";
import { tellFolded } from "./tell-answer";

type Changes = Extract<TimelineEntry, { kind: "correction" }>["changes"];

/** What the requester corrected: each answer before and after, under the label of its question. */
export function Corrections({ changes, t }: { changes: Changes; t: Translator }) {
  return (
    <ul className="corrections">
      {changes.map(change => {
        const label = sayText(t, change.label);
        return (
          <li key={label}>
            <p>{label}</p>
            <dl>
              <dt>{t("requests.correction.before")}</dt>
              <dd>
                <AnswerValue value={tellFolded(change.before, t)} />
              </dd>
              <dt>{t("requests.correction.after")}</dt>
              <dd className="text-ink">
                <AnswerValue value={tellFolded(change.after, t)} />
              </dd>
            </dl>
          </li>
        );
      })}
    </ul>
  );
}
