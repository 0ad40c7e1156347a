import type { OfferedOperator } from "@/lib/search/offered";
import { fold } from "@/lib/text/fold";
import { beginningsOf, spellingsOf } from "@/lib/text/spellings";

/** What the text of the box becomes, and where the caret stands then. */
export type Completion = {
  kind: "filter" | "value";
  label: string;
  detail: string;
  text: string;
  caret: number;
};

export type Completed = {
  completions: Completion[];
  /** What is being typed is a text, a reference or a day, of which no list is known. */
  asks: "text" | "reference" | "date" | null;
  /** What is worth looking for already. */
  searched: string;
};

const mostFilters = 4;
const mostValues = 8;
const leastSearched = 2;

/** Whether a word of a text, or words that follow each other, begin as typed. */
const beginsIn = (text: string, typed: string) => {
  const folded = fold(text);
  const words = spellingsOf(typed);
  return beginningsOf(words).some(begin => folded.includes(begin));
};

/** The operators, or values of one, that can complete the word at the caret. */
export function complete(text: string, caret: number, operators: OfferedOperator[]): Completed {
  const { from, to } = pieceAt(text, caret);
  const typed = text.slice(from, caret);
  const before = text.slice(0, from);
  const after = text.slice(to);
  const searched = text.trim().length >= leastSearched ? text.trim() : "";
  const [, minus = "", name = "", value] = /^(-?)(\p{L}[\p{L}-]*)?(?::(.*))?$/su.exec(typed) ?? [];
  if (value === undefined) {
    const isAsked = name !== "" || text.trim() === "" || minus !== "";
    const fitting = operators.filter(
      one =>
        namesOf(one).some(known => fold(known).startsWith(fold(name))) || (name && beginsIn(one.label, name)),
    );
    const completions = (isAsked ? fitting : []).slice(0, text.trim() === "" ? undefined : mostFilters);
    return {
      completions: completions.map(one => {
        const begun = `${before}${minus}${one.name}:`;
        return {
          kind: "filter",
          label: `${minus}${one.name}:`,
          detail: one.label,
          text: begun + after,
          caret: begun.length,
        };
      }),
      asks: null,
      searched: minus && name === "" ? "" : searched,
    };
  }
  const operator = operators.find(one => namesOf(one).some(known => fold(known) === fold(name)));
  if (!operator) return { completions: [], asks: null, searched };
  if (operator.kind !== "select")
    return {
      completions: [],
      asks: value === "" ? operator.kind : null,
      searched: value === "" ? "" : searched,
    };
  const [chosen, last] = operator.isList ? splitAtLast(value) : ["", value];
  const fitting = operator.values.filter(
    ([said, label]) => (beginsIn(said, last) || beginsIn(label, last)) && !`,${chosen}`.includes(`,${said},`),
  );
  const completions = fitting.slice(0, mostValues).map(([said, label]): Completion => {
    const done = `${before}${minus}${operator.name}:${chosen}${said} `;
    return {
      kind: "value",
      label,
      detail: `${minus}${operator.name}:${chosen}${said}`,
      text: done + after.trimStart(),
      caret: done.length,
    };
  });
  return { completions, asks: null, searched: "" };
}

const namesOf = ({ name, neutral = name }: OfferedOperator) => [name, neutral];

/** What is chosen already, up to the last comma that is in no quotes, and what is being typed behind it. */
function splitAtLast(value: string): [string, string] {
  const end = value.match(/(?:"[^"]*"?|[^,"])+|,/g)?.at(-1) ?? "";
  const last = end === "," ? "" : end;
  return [value.slice(0, value.length - last.length), last];
}

/** The word, or the filter with its quoted value, that the caret is in. */
function pieceAt(text: string, caret: number): { from: number; to: number } {
  for (const { 0: piece, index } of text.matchAll(/(?:"[^"]*"?|[^\s"])+/g))
    if (index <= caret && caret <= index + piece.length) return { from: index, to: index + piece.length };
  return { from: caret, to: caret };
}
