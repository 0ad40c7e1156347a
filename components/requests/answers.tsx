import type { Translator } from "@/lib/messages/translate";
import { AnswerList } from "./answer-list";
import { type Answer, tellAnswer } from "./tell-answer";

export function Answers({ answers, t }: { answers: Answer[]; t: Translator }) {
  return <AnswerList answers={answers.map(answer => tellAnswer(answer, t))} className="answers" />;
}
