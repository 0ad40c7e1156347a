import type { ReactNode } from "react";
import type { z } from "zod";
import { exactNumberFormat } from "../decimal-formats";
import { sizeOf } from "../form/file-view";
import { dateFormat, languageName, listFormat, separators } from "../formats";
import { lineUp } from "./isolates";
import type { MessageCode, Translator } from "./translate";

/** A text that is said later, in the language of whoever reads it. Parameters can be such texts themselves, or lists. */
export type Said = { code: MessageCode; params?: SaidParams };
/** The size of a file. */
type Size = { bytes: number };
/** The name of a request type, which is another one in other languages. */
export type TypeName = { typeSlug: string; name: string };
/** The names of languages. */
type Tongues = { languages: readonly string[] };
/** What people have named, one after the other. */
type Names = { names: readonly string[] };
/** A day of the calendar, 2026-12-01, or a moment of it wherever somebody is, 2026-12-01T09:30. */
type Day = { day: string };
/** A number that somebody has set, with all its decimals. */
type Figure = { figure: number };
export type SaidParams = {
  readonly [name: string]:
    | string
    | number
    | Size
    | TypeName
    | Tongues
    | Names
    | Day
    | Figure
    | Said
    | readonly Said[];
};

/** For a schema, whose messages are codes; their parameters are what the issue knows: `maximum`, `minimum`, `params`. */
export const messageCode = (code: MessageCode): MessageCode => code;

/** Plain text leaves out what a page draws around a name. */
const plain = { who: (words: string[]) => words.join("") };

export function say(t: Translator, { code, params = {} }: Said): string {
  // Tests hold the parameters of each refusal and of each schema against those of its text.
  return (t as (code: MessageCode, params: object) => string)(code, { ...plain, ...sayParams(t, params) });
}

/** A text of ours, or one that somebody wrote. */
export const sayText = (t: Translator, text: string | Said) =>
  typeof text === "string" ? text : say(t, text);

/** The same with an element for each tag. */
export function sayRich(
  t: Translator,
  { code, params = {} }: Said,
  tags: Record<string, (words: ReactNode) => ReactNode>,
): ReactNode {
  return (t.rich as (code: MessageCode, values: object) => ReactNode)(code, {
    ...sayParams(t, params),
    ...tags,
  });
}

/** The same in pieces, with plain data for each tag. */
export function sayInPieces<P extends object>(
  t: Translator,
  { code, params = {} }: Said,
  tags: Record<string, (inside: (string | P)[]) => P>,
): (string | P)[] {
  return (t.pieces as (code: MessageCode, values: object) => (string | P)[])(code, {
    ...sayParams(t, params),
    ...tags,
  });
}

export function sayParams(t: Translator, params: SaidParams): Record<string, string | number> {
  const values = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === "object" ? sayParam(t, value) : value,
  ]);
  return Object.fromEntries(values);
}

function sayParam(t: Translator, value: Exclude<SaidParams[string], string | number>): string {
  if ("code" in value) return say(t, value);
  if ("typeSlug" in value) return t.ofType(value.typeSlug).named("type", value.name);
  if ("bytes" in value) return sizeOf(value.bytes, t.language);
  if ("languages" in value)
    return listFormat(t.language).format(value.languages.map(tag => languageName(tag, t.language)));
  if ("names" in value) return series(t, value.names);
  if ("day" in value) return dayOf(value.day, t.language);
  if ("figure" in value) return exactNumberFormat(t.language).format(value.figure);
  return listFormat(t.language).format(value.map(one => say(t, one)));
}

/** Parts one after the other, with the comma of the language between them. */
export const series = (t: Translator, parts: readonly string[]): string =>
  lineUp(parts, separators(t.language).comma, t.direction);

function dayOf(day: string, language: string): string {
  const reader = { language: language === "en" ? "en-GB" : language, timeZone: "UTC" };
  return day.includes("T")
    ? dateFormat(reader, "longDateTime").format(new Date(`${day}Z`))
    : dateFormat(reader, "longDate").format(new Date(day));
}

/** Says what a schema found wrong. */
export function sayIssue(t: Translator, issue: z.core.$ZodIssue): string {
  if (!t.has(issue.message)) return t("validation.misfit");
  const { maximum, minimum, params } = issue as { maximum?: number; minimum?: number; params?: SaidParams };
  return say(t, {
    code: issue.message,
    params: {
      ...(maximum !== undefined && { maximum }),
      ...(minimum !== undefined && { minimum }),
      ...params,
    },
  });
}
