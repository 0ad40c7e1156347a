import { sayText } from "@/lib/messages/said";
import type { Translator } from "@/lib/messages/translate";
import type { TimelineEntry } from "@/lib/requests/timeline";
import { AnswerValue } from "./answer-list";
import { tellFolded } from "./tell-answer";

type Changes = Extract<TimelineEntry, { kind: "correction" }>["changes"];

/** What was corrected: each answer before and after, under the label of its question. */
export function Corrections({ changes, t }: { changes: Changes; t: Translator }) {
  return (
    <ul className="corrections">
      {changes.map((change, index) => {
        const label = sayText(t, change.label);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two forms may have one label, and none of them keeps a state
          <li key={index}>
            <p>{label}</p>
            <dl>
              <dt>{t("requests.correction.before")}</dt>
              <dd>
                <AnswerValue value={tellFolded(change.before, t)} />
              </dd>
              <dt>{t("requests.correction.after")}</dt>
              <dd className="text-ink">
                <AnswerValue
                  value={
                    change.isLeft ? { none: t("requests.correction.left") } : tellFolded(change.after, t)
                  }
                />
              </dd>
            </dl>
          </li>
        );
      })}
    </ul>
  );
}
