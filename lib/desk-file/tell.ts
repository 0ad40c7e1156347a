import "server-only";
import { tellRefusal } from "../messages/refusals";
import { say } from "../messages/said";
import type { Translator } from "../messages/translate";
import { Refusal } from "../refusal";
import type { Difference } from "./differences";
import type { Remark } from "./remark";

/** As compilers do, so that editors lead to the place: desk.yaml:12:3: what is to be said. */
export const tellRemark = (t: Translator, name: string, { line, column, said }: Remark): string =>
  `${name}:${line}:${column}: ${wordsOf(t, said)}`;

function wordsOf(t: Translator, said: Remark["said"]): string {
  if (typeof said === "string") return said;
  if (!(said instanceof Refusal)) return say(t, said);
  const { message, fields } = tellRefusal(said, t);
  return Object.values(fields).flat().join(" ") || message;
}

export const tellDifference = ({ depth, sign, text }: Difference): string =>
  `${"  ".repeat(depth)}${sign} ${text}`;
