import type { MessageParams } from "../generated/messages";
import type { Said, SaidParams } from "../messages/said";
import type { MessageCode } from "../messages/translate";

/** What the teller of a line adds: who did it, and whether that is the reader. */
type Teller = "by" | "name" | "who";
export type LineCode = {
  [C in MessageCode]: [MessageParams[C]] extends [never]
    ? never
    : MessageParams[C] extends Record<"name" | "who", unknown>
      ? C
      : never;
}[MessageCode];
type LineParams<C extends LineCode> = Record<Exclude<keyof MessageParams[C], Teller>, SaidParams[string]>;

/** What happened, as a sentence that still lacks the name of who did it. */
export type HistoryLine = { code: LineCode; params: SaidParams };

export function lineOf<C extends LineCode>(
  code: C,
  ...[params]: keyof LineParams<C> extends never ? [] : [params: LineParams<C>]
): HistoryLine {
  return { code, params: params ?? {} };
}

/** Alone, a line says what the status is now. */
export const newsLine = ({ line, label }: { line: HistoryLine; label?: Said }): HistoryLine =>
  line.code === "history.moved" && label ? lineOf("history.news.moved", { status: label }) : line;

export const quoted = (text: string | Said): Said => ({ code: "history.quoted", params: { text } });

/** The whole sentence. Pages draw the name by its tag `who`; null is the desk itself. */
export function toldBy(
  { code, params }: HistoryLine,
  { name, mine }: { name: string | null; mine?: boolean },
): Said {
  return { code, params: { ...params, name: name ?? { code: "history.desk" }, by: mine ? "you" : "other" } };
}
