import { Icon } from "@/components/ui/icon";
import { AnswerValue } from "./answers";
import { EntryTime } from "./entry-time";
import { Sentence } from "./sentence";
import { StatusIcon, statusTone } from "./status-icon";
import type { ToldChange, ToldEntry, ToldHistory } from "./told";

type Props = { entry: Extract<ToldEntry, ToldChange>; told: ToldHistory };

/** One slim line on the rail, and below it what was corrected. */
export function EntryChange({ entry, told }: Props) {
  const { icon, said, outcome, corrections } = entry;
  const { language, words } = told;
  return (
    <>
      <span className="entry-mark">
        {typeof icon === "string" ? (
          <Icon name={icon} className="size-3 text-ink-faint" />
        ) : (
          <StatusIcon status={icon.status} className={`size-3.5 ${statusTone[icon.status].text}`} />
        )}
      </span>
      <div>
        <div className="entry-line">
          <p>
            <Sentence pieces={said} language={language} />
          </p>
          {outcome && (
            <p className={statusTone[outcome.status].text}>
              <Icon name="arrow-right" className="size-3.5 text-ink-faint" />
              <span>
                <Sentence pieces={outcome.said} language={language} />
              </span>
            </p>
          )}
          <EntryTime entry={entry} told={told} />
        </div>
        {corrections && (
          <ul className="corrections">
            {corrections.map(({ label, before, after }) => (
              <li key={label}>
                <p>{label}</p>
                <dl>
                  <dt>{words.before}</dt>
                  <dd>
                    <AnswerValue value={before} />
                  </dd>
                  <dt>{words.after}</dt>
                  <dd className="text-ink">
                    <AnswerValue value={after} />
                  </dd>
                </dl>
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}
