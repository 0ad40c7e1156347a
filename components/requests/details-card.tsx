import { Card } from "@/components/ui/card";
import { AnswerList } from "./answer-list";
import { type Piece, Sentence } from "./sentence";
import type { ToldAnswer } from "./told-answer";

export type ToldDetails = {
  title: string;
  answers: ToldAnswer[];
  links?: Piece[][];
  /** Pages that change them, for agents. */
  ways?: { id: string; label: string; href: string }[];
};

/** What kind of request it is, how it ended, and which ones follow each other. */
export function DetailsCard({ told: { title, answers, links = [], ways = [] } }: { told: ToldDetails }) {
  return (
    <Card title={title} id="details">
      <AnswerList answers={answers} className="answers" />
      {links.length + ways.length > 0 && (
        <div className="follow-links">
          {links.map((link, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: none of them keeps a state
            <p key={index}>
              <Sentence pieces={link} />
            </p>
          ))}
          {ways.map(({ id, label, href }) => (
            <p key={id}>
              <a id={id} href={href}>
                {label}
              </a>
            </p>
          ))}
        </div>
      )}
    </Card>
  );
}
