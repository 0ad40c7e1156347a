import "server-only";
import type { Said } from "../messages/said";
import { fold } from "../text/fold";
import type { Choice, OfferedField } from "./choices";
import { choiceOf, type List, negatedIn, type Parameter, readList, type View } from "./view";

type Asked = Record<string, string | string[] | undefined>;

/** What a list can be filtered by, and what its choices are called where its reader sees them. */
export type Vocabulary = {
  fields: OfferedField[];
  labelOf: (choice: Choice) => string;
  /** What its reader types for a filter; its own name is always understood. */
  wordOf: (name: string) => string;
  /** What its reader may type for themselves. */
  oneself: readonly string[];
  /** Choices that every desk has are written as they are called there, and not by their names. */
  prefersLabels: boolean;
};

export type Typed = {
  view: View;
  /** Without what was understood as filters. */
  words: string;
  /** What was typed as a filter and could not be one, as it was typed, and why. */
  rejected: string[];
  problems: Said[];
};

export const maxTyped = 500;

// Quoted phrases come first, so that nothing is taken out of one. An address such as https://… is no operator.
const piece =
  /"[^"]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»|(?<=^|\s)(-?)(\p{L}[\p{L}-]*):(?!\/\/)((?:"[^"]*"?|“[^”]*”?|[^\s"“])*)/gu;

/** Reads the address of a list in whose words filters may be typed, such as `assignee:me -type:access "no light"`. */
export function readTyped(list: List, asked: Asked, vocabulary: Vocabulary): Typed {
  const typed = ([asked.q].flat()[0] ?? "").slice(0, maxTyped);
  const not = [asked.not ?? []].flat();
  const { understood, rejected, problems } = readNames(list, asked, vocabulary);
  const seen = new Set<string>();
  const words = typed.replace(piece, (whole, minus: string | undefined, name?: string, quoted?: string) => {
    if (name === undefined) return whole;
    const value = quoted ?? "";
    const parameter = operatorIn(list, name, vocabulary);
    if (!parameter) {
      if (unquote(value) !== "") problems.push({ code: "search.typed.unknown", params: { name } });
      return whole;
    }
    const read = readValue(parameter, value, vocabulary);
    const isAgain = !minus && !parameter.isList && seen.has(parameter.name);
    if (isAgain || "problem" in read) {
      rejected.push(whole);
      problems.push("problem" in read ? read.problem : { code: "search.typed.again", params: { name } });
    } else if (minus) not.push(`${parameter.name}:${read.choice}`);
    else {
      const before = seen.has(parameter.name) ? [understood[parameter.name]].flat() : [];
      seen.add(parameter.name);
      understood[parameter.name] = [...before, read.choice].join(".");
    }
    return " ";
  });
  const rest = words.replace(/\s+/g, " ").trim();
  // What is typed is looked for in all requests, whatever the list shows otherwise.
  if (typed.trim() !== "")
    for (const { name, usual } of list.parameters) understood[name] ??= usual(rest, typed);
  return { view: readList(list, { ...understood, q: rest, not }), words: rest, rejected, problems };
}

/** Without script a field that completes names sends what was typed. */
function readNames(list: List, asked: Asked, vocabulary: Vocabulary) {
  const understood: Asked = { ...asked };
  const [rejected, problems]: [string[], Said[]] = [[], []];
  for (const field of vocabulary.fields) {
    const sent = [asked[field.name] ?? ""].flat()[0]?.slice(0, maxTyped).trim();
    const parameter = list.parameters.find(({ name }) => name === field.name);
    if (field.kind !== "select" || !field.isNamed || !sent || !parameter) continue;
    const isSaid = (said: string) => field.choices.some(({ value }) => value === said);
    if (sent.split(".").every(isSaid)) continue;
    const read = readValue(parameter, `"${sent.replaceAll('"', "")}"`, vocabulary);
    if ("choice" in read) understood[field.name] = read.choice;
    else {
      delete understood[field.name];
      rejected.push(`${parameter.operator?.name}:${quote(sent)}`);
      problems.push(read.problem);
    }
  }
  return { understood, rejected, problems };
}

const unquote = (text: string) => text.replace(/^["“]|["”]$/g, "").trim();

/** A comma, Arabic or not, in quotes separates nothing. */
const valuesIn = (text: string) => text.match(/(?:"[^"]*"?|“[^”]*”?|[^,\u060C"“])+/g) ?? [];

function operatorIn(list: List, name: string, { wordOf }: Vocabulary): Parameter | undefined {
  const known = list.parameters.filter(({ operator }) => operator);
  return (
    known.find(({ operator }) => operator?.name === name.toLowerCase()) ??
    known.find(({ operator }) => fold(wordOf(operator?.name ?? "")) === fold(name))
  );
}

type Read = { choice: string } | { problem: Said };

function readValue(parameter: Parameter, whole: string, vocabulary: Vocabulary): Read {
  const { fields, labelOf, wordOf, oneself } = vocabulary;
  const { read = (value: string) => value } = parameter.operator ?? {};
  const name = wordOf(parameter.operator?.name ?? "");
  const field = fields.find(one => one.name === parameter.name);
  const typed = unquote(whole);
  if (typed === "") return { problem: { code: "search.typed.empty", params: { name } } };
  if (field?.kind === "select") {
    const choices: string[] = [];
    const canBeOneself = field.choices.some(({ value }) => value === "me");
    const isOneself = (part: string) => canBeOneself && oneself.some(word => fold(word) === fold(part));
    const means = (part: string) => meantBy(isOneself(part) ? "me" : part, field.choices, labelOf);
    const parts = parameter.isList ? valuesIn(whole).map(unquote) : [typed];
    if (parts.length === 0) return { problem: { code: "search.typed.empty", params: { name } } };
    // An address has points between them.
    for (const part of parts.flatMap(one => (means(one).length > 0 ? [one] : one.split(".")))) {
      const meant = means(part);
      if (meant.length === 0)
        return { problem: { code: "search.typed.no_choice", params: { name, typed: part } } };
      if (meant.length > 1 && !(parameter.isList && meant.every(isOfDesk)))
        return { problem: { code: "search.typed.several", params: { name, typed: part } } };
      choices.push(...meant.map(({ value }) => value));
    }
    return { choice: choices.join(".") };
  }
  if (field?.kind === "date") {
    const isDay = parameter.read(typed)?.length === 1;
    return isDay
      ? { choice: read(typed) }
      : { problem: { code: "search.typed.no_day", params: { name, typed } } };
  }
  return parameter.read(typed)
    ? { choice: typed }
    : { problem: { code: "search.typed.no_choice", params: { name, typed } } };
}

/** One that every desk has, such as a status: the beginning of several means them all. */
const isOfDesk = ({ label }: Choice) => typeof label !== "string";

/** The choice of this value, or else those of this whole name, or else those with a word that begins as typed. */
function meantBy(typed: string, choices: Choice[], labelOf: (choice: Choice) => string): Choice[] {
  const wanted = fold(typed);
  if (wanted.trim() === "") return [];
  const named = choices.filter(({ value }) => value !== "");
  const byValue = named.filter(({ value }) => fold(value) === wanted);
  if (byValue.length > 0) return byValue;
  const byName = named.filter(choice => fold(labelOf(choice)) === wanted);
  return byName.length > 0 ? byName : named.filter(choice => fold(labelOf(choice)).includes(wanted));
}

/** The view as somebody would type it, so that reading it again gives the same. */
export function writeTyped(list: List, view: View, vocabulary: Vocabulary): string {
  const said = list.parameters.flatMap(parameter => {
    const choice = choiceOf(parameter, view);
    return choice === parameter.usual(view.words, "typed") ? [] : [writeValue(parameter, choice, vocabulary)];
  });
  const negated = negatedIn(list, view).map(text => {
    const [name = "", ...choice] = text.split(":");
    const parameter = list.parameters.find(one => one.name === name);
    return parameter ? `-${writeValue(parameter, choice.join(":"), vocabulary)}` : "";
  });
  return [...said, ...negated, view.words].filter(Boolean).join(" ");
}

function writeValue({ name, operator, isList }: Parameter, choice: string, vocabulary: Vocabulary): string {
  const { fields, wordOf } = vocabulary;
  const field = fields.find(one => one.name === name);
  const choices = field?.kind === "select" ? field.choices : [];
  const typed = (isList ? choice.split(".") : [choice]).map(one => {
    const known = choices.find(({ value }) => value === one);
    return quote(known ? typedOf(known, choices, vocabulary) : (operator?.write?.(one) ?? one));
  });
  return `${wordOf(operator?.name ?? "")}:${typed.join()}`;
}

const isKey = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** The value if it can be read, and otherwise, or where it is preferred, the name, unless several have it. */
export function typedOf(choice: Choice, all: Choice[], { labelOf, prefersLabels }: Vocabulary): string {
  const isReadable = !isKey.test(choice.value);
  const value = isReadable ? choice.value.replaceAll("_", "-") : choice.value;
  if (isReadable && !(prefersLabels && isOfDesk(choice))) return value;
  const name = labelOf(choice);
  const [meant, other] = meantBy(name, all, labelOf);
  return !/["“”]/.test(name) && meant === choice && !other ? name : value;
}

export const quote = (value: string): string =>
  /[\s"“”,\u060C]/.test(value) ? `"${value.replaceAll('"', "")}"` : value;
