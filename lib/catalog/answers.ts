import { z } from "zod";
import { maxFiles } from "../attachments/limits";
import { tidyLine, tidyLines, tooMany } from "../text/tidy";
import { type Field, type GivenAnswers, isRequired, isShown } from "./fields";
import { isAnAddress, isPhone, isWebAddress, readNumber } from "./formats";
import { withZone } from "./moments";

/** Maximum length where a field defines none, in characters; shown in the form. */
export const defaultLengths = { text: 200, long_text: 10_000, email: 254, url: 2_000, phone: 40 } as const;

/** Repeats every check the browser makes, and drops answers to hidden questions. `timeZone` is the writer's. */
export function answersSchema(fields: Field[], timeZone?: string) {
  const shape = Object.fromEntries(
    fields.map(({ key, kind }) => [
      key,
      kind === "multiple_choice" || kind === "file"
        ? z.array(z.string()).max(100).optional()
        : z.string().optional(),
    ]),
  );
  return z.strictObject(shape).transform((raw, context): GivenAnswers => {
    const answers: GivenAnswers = {};
    for (const field of fields) {
      if (!isShown(field, answers)) continue;
      const given = tidy(field, raw[field.key]);
      const problem = given === undefined ? missing(field, answers) : check(field, given);
      if (problem) context.addIssue({ code: "custom", path: [field.key], message: problem });
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

function missing(field: Field, answers: GivenAnswers): string | undefined {
  if (!isRequired(field, answers)) return undefined;
  if (field.kind === "checkbox") return `Please tick “${field.label}”.`;
  if (field.kind === "single_choice") return `Please choose “${field.label}”.`;
  if (field.kind === "multiple_choice") return `Please choose at least one under “${field.label}”.`;
  if (field.kind === "file") return `Please attach a file under “${field.label}”.`;
  return `Please fill in “${field.label}”.`;
}

function check(field: Field, answer: string | string[]): string | undefined {
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
        tooLong(field, String(answer), field.maxLength ?? defaultLengths[field.kind]) ??
        checkFormat(field.kind, String(answer))
      );
    case "single_choice":
    case "multiple_choice": {
      const known = new Set(field.options.map(option => option.value));
      const chosen = Array.isArray(answer) ? answer : [answer];
      if (chosen.some(value => !known.has(value)))
        return `Please choose from the list under “${field.label}”.`;
      if (field.max && chosen.length > field.max) return `Please choose at most ${field.max}.`;
      return undefined;
    }
    case "file":
      return checkFiles([answer].flat(), field.max ?? maxFiles);
    case "checkbox":
      return undefined;
  }
}

function checkFiles(ids: string[], max: number): string | undefined {
  if (ids.some(id => !z.uuid().safeParse(id).success)) return "This file does not belong to this form.";
  return ids.length > max ? `Please attach at most ${max} ${max === 1 ? "file" : "files"} here.` : undefined;
}

function tooLong(field: Field, text: string, max: number): string | undefined {
  return text.length > max ? tooMany(`“${field.label}”`, text, max) : undefined;
}

function checkText(field: Extract<Field, { kind: "text" | "long_text" }>, text: string): string | undefined {
  const long = tooLong(field, text, field.maxLength ?? defaultLengths[field.kind]);
  if (long) return long;
  if (field.minLength && text.length < field.minLength)
    return `Please write at least ${field.minLength} characters.`;
  // Anchored, like the browser's pattern attribute.
  if (field.pattern && !new RegExp(`^(?:${field.pattern})$`, "v").test(text))
    return field.patternMessage ?? `“${field.label}” does not have the expected format.`;
  return undefined;
}

function checkNumber(field: Extract<Field, { kind: "number" }>, text: string): string | undefined {
  const value = readNumber(text, field.whole);
  if (typeof value === "string") return value;
  if (field.whole && !Number.isInteger(value)) return "Please enter a whole number.";
  if (field.min !== undefined && value < field.min) return `Please enter ${field.min} or more.`;
  if (field.max !== undefined && value > field.max) return `Please enter ${field.max} or less.`;
  return undefined;
}

function checkDate(field: Extract<Field, { kind: "date" | "date_time" }>, text: string): string | undefined {
  const form = field.kind === "date" ? /^\d{4}-\d{2}-\d{2}$/ : /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/;
  const example = field.kind === "date" ? "2026-11-23" : "2026-11-23T09:30";
  const read = new Date(`${text}${field.kind === "date" ? "T00:00" : ""}Z`);
  // Dates that do not exist, such as 31 February, roll over: compare to detect them.
  if (!form.test(text) || Number.isNaN(read.getTime()) || !read.toISOString().startsWith(text.slice(0, 10)))
    return `Please enter ${field.kind === "date" ? "a date" : "a date and time"}, such as ${example}.`;
  if (field.min && text < field.min) return `Please choose ${field.min} or later.`;
  if (field.max && text > field.max) return `Please choose ${field.max} or earlier.`;
  return undefined;
}

const formats = {
  email: { fits: isAnAddress, message: "Please enter an email address, such as name@example.org." },
  url: { fits: isWebAddress, message: "Please enter a web address, such as https://example.org/page." },
  phone: {
    fits: isPhone,
    message: "Please enter a phone number: digits, spaces and + ( ) - only, with an extension such as x12.",
  },
} as const;

function checkFormat(kind: keyof typeof formats, text: string): string | undefined {
  return formats[kind].fits(text) ? undefined : formats[kind].message;
}
