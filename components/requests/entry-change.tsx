import { Icon } from "@/components/ui/icon";
import { EntryTime } from "./entry-time";
import { Sentence } from "./sentence";
import { StatusIcon } from "./status-icon";
import type { ToldChange, ToldDay, ToldEntry, ToldHistory } from "./told";

type Props = { entry: Extract<ToldEntry, ToldChange>; day: ToldDay; told: ToldHistory };

/** One slim line on the rail, and below it what was corrected. */
export function EntryChange({ entry, day, told }: Props) {
  const { icon, said, outcome, corrections } = entry;
  const { language } = told;
  return (
    <>
      <span className="entry-mark">
        {typeof icon === "string" ? (
          <Icon name={icon} className="size-3 text-ink-faint" />
        ) : (
          <StatusIcon status={icon.status} />
        )}
      </span>
      <div>
        <div className="entry-line">
          <p>
            <Sentence pieces={said} language={language} />
          </p>
          {outcome && (
            <p className={`status-outcome ${outcome.status}`}>
              <span>
                <Sentence pieces={outcome.said} language={language} />
              </span>
            </p>
          )}
          <EntryTime entry={entry} day={day} told={told} />
        </div>
        {corrections}
      </div>
    </>
  );
}
