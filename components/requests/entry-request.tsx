import { buttonClass } from "@/components/ui/button-class";
import { Icon } from "@/components/ui/icon";
import type { FirstMessage } from "@/lib/requests/first-message";
import { Answers } from "./answers";
import { correctLinkId } from "./correct-link";
import { Sentence } from "./sentence";
import { linkTo, type Telling, tellPieces, timeOf } from "./telling";

type Props = { entry: FirstMessage; telling: Telling };

/** What the request itself says: the long answers and files as they were written, the short ones as facts below. */
export function EntryRequest({ entry: { said, facts, corrected }, telling }: Props) {
  const { t, clock, view, path, canCorrect } = telling;
  return (
    <>
      {said.length > 0 && <Answers t={t} answers={said} className="long-answers" />}
      {facts.length > 0 && (
        <div className="facts">
          <Answers t={t} answers={facts} className="" />
        </div>
      )}
      {said.length === 0 && facts.length === 0 && <p>{t("requests.entry.no_details")}</p>}
      {(corrected || canCorrect) && (
        <footer>
          {corrected && (
            <p>
              <Sentence
                pieces={tellPieces(t, "requests.entry.corrected", {
                  time: timeOf(corrected.at, clock),
                  link: linkTo(`${path}?entry=${corrected.entry}#entry-${corrected.entry}`),
                })}
                language={clock.language}
              />
            </p>
          )}
          {canCorrect && (
            <a
              href={`${path}/correct`}
              {...(view === "agent" && { id: correctLinkId })}
              className={buttonClass("quiet", "small")}
            >
              <Icon name="pencil-line" className="-ms-0.5" />
              {t("requests.entry.correct")}
            </a>
          )}
        </footer>
      )}
    </>
  );
}
