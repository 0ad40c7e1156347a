import { AnswerList } from "@/components/requests/answer-list";
import type { ToldAnswer } from "@/components/requests/told-answer";
import { Card } from "@/components/ui/card";

export type ToldAgents = {
  title: string;
  answers: ToldAnswer[];
  /** Where they are answered, while they can be. */
  correct?: { label: string; href: string };
};

/** What the form asks only agents. */
export const AgentsCard = ({ told: { title, answers, correct } }: { told: ToldAgents }) => (
  <Card title={title} id="agents">
    <AnswerList answers={answers} className="answers" />
    {correct && (
      <div className="follow-links">
        <p>
          <a href={correct.href}>{correct.label}</a>
        </p>
      </div>
    )}
  </Card>
);
