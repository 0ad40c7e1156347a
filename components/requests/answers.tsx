import type { Translator } from "@/lib/messages/translate";
import { AnswerList } from "./answer-list";
import { type Answer, tellAnswer } from "./tell-answer";

type Props = { answers: Answer[]; t: Translator; className?: string };

export function Answers({ answers, t, className = "answers" }: Props) {
  return <AnswerList answers={answers.map(answer => tellAnswer(answer, t))} className={className} />;
}
