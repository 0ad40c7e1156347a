import { buttonClass } from "@/components/ui/button-class";
import { Icon } from "@/components/ui/icon";
import { AnswerList } from "./answers";
import { Sentence } from "./sentence";
import type { ToldRequest } from "./told";

/** What the request itself says: the long answers and files as they were written, the short ones as facts below. */
export function EntryRequest({ request, language }: { request: ToldRequest; language: string }) {
  const { said, facts, none, corrected, correct } = request;
  return (
    <>
      {said.length > 0 && <AnswerList answers={said} className="long-answers" />}
      {facts.length > 0 && (
        <div className="facts">
          <AnswerList answers={facts} />
        </div>
      )}
      {none && <p>{none}</p>}
      {(corrected || correct) && (
        <footer>
          {corrected && (
            <p>
              <Sentence pieces={corrected} language={language} />
            </p>
          )}
          {correct && (
            <a href={correct.href} className={buttonClass("quiet", "small")}>
              <Icon name="pencil-line" className="-ml-0.5 size-4" />
              {correct.label}
            </a>
          )}
        </footer>
      )}
    </>
  );
}
