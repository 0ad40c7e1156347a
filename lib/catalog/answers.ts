import { z } from "zod";
import { maxFiles } from "../attachments/limits";
import type { Said, SaidParams } from "../messages/said";
import type { MessageCode } from "../messages/translate";
import { tidyLine, tidyLines, tooLong } from "../text/tidy";
import { offeredOptions } from "./choices";
import { type Field, type GivenAnswers, isRequired, isShown } from "./fields";
import { isAnAddress, isPhone, isWebAddress, readNumber } from "./formats";
import { defaultLengths } from "./lengths";
import { withZone } from "./moments";
import { fitsPattern } from "./pattern";
import { isAsked } from "./sections";

/** Repeats every check the browser makes, and drops answers to hidden questions. `timeZone` is the writer's. */
export function answersSchema(fields: Field[], timeZone?: string) {
  const shape = Object.fromEntries(
    fields
      .filter(isAsked)
      .map(({ key, kind }) => [
        key,
        kind === "multiple_choice" || kind === "file"
          ? z.array(z.string()).max(100).optional()
          : z.string().optional(),
      ]),
  );
  return z.strictObject(shape).transform((raw, context): GivenAnswers => {
    const answers: GivenAnswers = {};
    for (const field of fields.filter(isAsked)) {
      if (!isShown(field, answers)) continue;
      const given = tidy(field, raw[field.key]);
      const problem = given === undefined ? missing(field, answers) : check(field, given);
      if (problem)
        context.addIssue({
          code: "custom",
          path: [field.key],
          message: problem.code,
          params: { ...problem.params },
        });
      if (given !== undefined) answers[field.key] = kept(field, given, timeZone);
    }
    return answers;
  });
}

function kept({ kind }: Field, given: string | string[], timeZone?: string): GivenAnswers[string] {
  if (kind === "file") return [given].flat().map(id => ({ id }));
  return kind === "date_time" && timeZone ? withZone(String(given), timeZone) : given;
}

function tidy(field: Field, value: unknown): string | string[] | undefined {
  if (Array.isArray(value)) return value.length > 0 ? [...new Set(value as string[])] : undefined;
  if (typeof value !== "string") return undefined;
  if (field.kind === "checkbox") return value === "" ? undefined : "yes";
  const text = field.kind === "long_text" ? tidyLines(value) : tidyLine(value);
  return text === "" ? undefined : text;
}

type Problem = Said | undefined;

const say = (code: MessageCode, params?: SaidParams): Said => ({ code, params });

const missed: Partial<Record<Field["kind"], MessageCode>> = {
  checkbox: "validation.answer.tick",
  single_choice: "validation.answer.choose",
  multiple_choice: "validation.answer.choose_some",
  file: "validation.answer.attach",
};

function missing(field: Field, answers: GivenAnswers): Problem {
  if (!isRequired(field, answers)) return undefined;
  return say(missed[field.kind] ?? "validation.answer.fill_in", { label: field.label });
}

function check(field: Field, answer: string | string[]): Problem {
  switch (field.kind) {
    case "text":
    case "long_text":
      return checkText(field, String(answer));
    case "number":
      return checkNumber(field, String(answer));
    case "date":
    case "date_time":
      return checkDate(field, String(answer));
    case "email":
    case "url":
    case "phone":
      return (
        checkLength(field, String(answer), field.maxLength ?? defaultLengths[field.kind]) ??
        checkFormat(field.kind, String(answer))
      );
    case "single_choice":
    case "multiple_choice": {
      const known = new Set(offeredOptions(field).map(option => option.value));
      const chosen = Array.isArray(answer) ? answer : [answer];
      if (chosen.some(value => !known.has(value)))
        return say("validation.answer.choose_listed", { label: field.label });
      if (field.max && chosen.length > field.max)
        return say("validation.answer.choose_fewer", { max: field.max });
      return undefined;
    }
    case "file":
      return checkFiles([answer].flat(), field.max ?? maxFiles);
    case "checkbox":
    case "section":
      return undefined;
  }
}

function checkFiles(ids: string[], max: number): Problem {
  if (ids.some(id => !z.uuid().safeParse(id).success)) return say("validation.text.foreign_file");
  return ids.length > max ? say("validation.answer.attach_fewer", { max }) : undefined;
}

function checkLength({ label }: Field, text: string, max: number): Problem {
  if (text.length <= max) return undefined;
  return say("validation.answer.too_long", { label, ...tooLong(text, max) });
}

function checkText(field: Extract<Field, { kind: "text" | "long_text" }>, text: string): Problem {
  const long = checkLength(field, text, field.maxLength ?? defaultLengths[field.kind]);
  if (long) return long;
  if (field.minLength && text.length < field.minLength)
    return say("validation.answer.too_short", { min: field.minLength });
  if (!field.pattern || fitsPattern(field.pattern, text)) return undefined;
  return field.patternMessage === undefined
    ? say("validation.answer.pattern", { label: field.label })
    : say("validation.answer.own_words", { text: field.patternMessage });
}

function checkNumber(field: Extract<Field, { kind: "number" }>, text: string): Problem {
  const value = readNumber(text, field.whole);
  if (typeof value !== "number") return value;
  const { whole, min, max } = field;
  if (whole && !Number.isInteger(value)) return say("validation.answer.number.whole");
  if (min !== undefined && value < min) return say("validation.answer.number.min", { min: { figure: min } });
  if (max !== undefined && value > max) return say("validation.answer.number.max", { max: { figure: max } });
  return undefined;
}

function checkDate(field: Extract<Field, { kind: "date" | "date_time" }>, text: string): Problem {
  const form = field.kind === "date" ? /^\d{4}-\d{2}-\d{2}$/ : /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/;
  const example = field.kind === "date" ? "2026-11-23" : "2026-11-23T09:30";
  const read = new Date(`${text}${field.kind === "date" ? "T00:00" : ""}Z`);
  // Dates that do not exist, such as 31 February, roll over: compare to detect them.
  if (!form.test(text) || Number.isNaN(read.getTime()) || !read.toISOString().startsWith(text.slice(0, 10)))
    return say(`validation.answer.${field.kind}`, { example });
  if (field.min && text < field.min) return say("validation.answer.date.min", { min: { day: field.min } });
  if (field.max && text > field.max) return say("validation.answer.date.max", { max: { day: field.max } });
  return undefined;
}

const formats = { email: isAnAddress, url: isWebAddress, phone: isPhone } as const;

function checkFormat(kind: keyof typeof formats, text: string): Problem {
  return formats[kind](text) ? undefined : say(`validation.answer.${kind}`);
}
