import { Card } from "@/components/ui/card";
import { AnswerList } from "./answer-list";
import { type Piece, Sentence } from "./sentence";
import type { ToldAnswer } from "./told-answer";

export type ToldDetails = { title: string; answers: ToldAnswer[]; links?: Piece[][] };

/** What kind of request it is, how it ended, and which ones are linked to it. */
export function DetailsCard({ told: { title, answers, links } }: { told: ToldDetails }) {
  return (
    <Card title={title} id="details">
      <AnswerList answers={answers} className="answers" />
      {links && (
        <div className="follow-links">
          {links.map((link, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: none of them keeps a state
            <p key={index}>
              <Sentence pieces={link} />
            </p>
          ))}
        </div>
      )}
    </Card>
  );
}
