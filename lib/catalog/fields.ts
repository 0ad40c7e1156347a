import { z } from "zod";
import { maxFiles } from "../attachments/limits";
import type { FileView } from "../form/file-view";
import { isChosen, type Option } from "./choices";
import { type Condition, holds, partsOf } from "./condition";
import type { Translations } from "./translations";

/** One question of a form, or the heading of a section over those below it. `key` identifies its answer and never changes between versions. */
export type Field = {
  key: string;
  label: string;
  help?: string;
  required?: boolean;
  placeholder?: string;
  /** What it says in other languages than the desk's: see lib/catalog/field-texts.ts. */
  translations?: Translations;
  /** Shows the field, and enforces `required`, only while this holds; also checked on the server. */
  showWhen?: Condition;
  /** Requires an answer while this holds and the field is shown. */
  requireWhen?: Condition;
  /** Customers neither are asked it nor learn of it: see lib/catalog/for-agents.ts. */
  agentsOnly?: true;
} & Kind;

type Kind =
  | {
      kind: "text" | "long_text";
      minLength?: number;
      maxLength?: number;
      pattern?: string;
      patternMessage?: string;
    }
  | { kind: "number"; min?: number; max?: number; whole?: boolean }
  | { kind: "date" | "date_time"; min?: string; max?: string }
  | { kind: "email" | "url" | "phone"; maxLength?: number }
  | {
      kind: "single_choice" | "multiple_choice";
      /** Of the list, as it was when the form was read; stored without them. */
      options: Option[];
      /** The slug of the shared list that it offers instead of choices of its own. */
      list?: string;
      max?: number;
    }
  | { kind: "checkbox" }
  | { kind: "file"; max?: number }
  | { kind: "section" };

export type FieldKind = Field["kind"];
export type Answer = string | string[] | FileView[];
export type Answers = Record<string, Answer>;
export type GivenAnswers = Record<string, string | string[] | { id: string }[]>;

const part = z.strictObject({ field: z.string(), is: z.array(z.string()).min(1) });
const parts = z.array(part).min(1).max(10);
const condition = z.union([part, z.strictObject({ all: parts }), z.strictObject({ any: parts })]);

const keyForm = /^[a-z][a-z0-9_]{0,39}$/;
/** Every form asks for a summary besides. */
const reservedKey = "summary";

export const isOwnKey = (key: string): boolean => keyForm.test(key) && key !== reservedKey;

const language = z.string().regex(/^[a-z]{2,3}$/);
const ownTexts = {
  label: z.string().min(1).max(120).optional(),
  help: z.string().max(500).optional(),
  placeholder: z.string().max(120).optional(),
  patternMessage: z.string().max(200).optional(),
};

const common = {
  key: z.string().regex(keyForm),
  label: z.string().min(1).max(120),
  help: z.string().max(500).optional(),
  required: z.boolean().optional(),
  placeholder: z.string().max(120).optional(),
  translations: z.record(language, z.strictObject(ownTexts)).optional(),
  showWhen: condition.optional(),
  requireWhen: condition.optional(),
  agentsOnly: z.literal(true).optional(),
};
const length = z.number().int().min(1).max(20_000).optional();
const options = z.array(
  z.strictObject({
    ...{ value: z.string().min(1), label: z.string().min(1), retired: z.boolean().optional() },
    translations: z.record(language, z.string()).optional(),
  }),
);
export const listSlug = z.string().regex(/^[a-z0-9-]{1,80}$/);

const field = z.discriminatedUnion("kind", [
  z.strictObject({
    ...common,
    kind: z.enum(["text", "long_text"]),
    minLength: length,
    maxLength: length,
    pattern: z.string().max(200).optional(),
    patternMessage: z.string().max(200).optional(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal("number"),
    min: z.number().optional(),
    max: z.number().optional(),
    whole: z.boolean().optional(),
  }),
  z.strictObject({
    ...common,
    kind: z.enum(["date", "date_time"]),
    min: z.string().optional(),
    max: z.string().optional(),
  }),
  z.strictObject({ ...common, kind: z.enum(["email", "url", "phone"]), maxLength: length }),
  z.strictObject({
    ...common,
    kind: z.enum(["single_choice", "multiple_choice"]),
    options: options.default([]),
    list: listSlug.optional(),
    max: z.number().int().min(1).optional(),
  }),
  z.strictObject({ ...common, kind: z.literal("checkbox") }),
  z.strictObject({
    ...common,
    kind: z.literal("file"),
    max: z.number().int().min(1).max(maxFiles).optional(),
  }),
  z.strictObject({
    ...{ key: common.key, label: common.label, help: common.help },
    ...{ translations: common.translations, agentsOnly: common.agentsOnly },
    kind: z.literal("section"),
  }),
]);

export const formDefinition = z.array(field).superRefine((fields, context) => {
  const above = new Map<string, FieldKind>();
  for (const [index, asked] of fields.entries()) {
    const { key, kind, showWhen, requireWhen } = asked as Field;
    const refuse = (message: string) => context.addIssue({ code: "custom", path: [index], message });
    if (key === reservedKey) refuse("“summary” is reserved: every form asks for it.");
    if (above.has(key)) refuse(`“${key}” appears twice.`);
    for (const { field } of [showWhen, requireWhen].flatMap(rule => (rule ? partsOf(rule) : []))) {
      const other = above.get(field);
      if (!other || !isChosen({ kind: other }))
        refuse(`“${key}” depends on “${field}”, which must be a choice above it.`);
    }
    above.set(key, kind);
  }
});

export function isShown(field: Field, answers: Record<string, unknown>): boolean {
  return !field.showWhen || holds(field.showWhen, answers);
}

export function isRequired(field: Field, answers: Record<string, unknown>): boolean {
  return Boolean(field.required) || Boolean(field.requireWhen && holds(field.requireWhen, answers));
}
