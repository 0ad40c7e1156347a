import { z } from "zod";
import { maxFiles } from "../attachments/limits";
import { messageCode } from "../messages/said";
import { type Field, isOwnKey, listSlug } from "./fields";
import { inGroups } from "./for-agents";
import { formLimits } from "./form-limits";
import { typeInput } from "./input";
import { withoutLists } from "./shared-lists";

const text = (max: number) => z.string().max(max);
const key = z.string().refine(isOwnKey);
const part = z.strictObject({ field: text(40), is: z.array(text(60)).max(formLimits.options) });
const parts = z.array(part).min(1).max(formLimits.conditions);
const condition = z.union([part, z.strictObject({ all: parts }), z.strictObject({ any: parts })]);
const ownTexts = z.strictObject({
  label: text(formLimits.label).optional(),
  help: text(formLimits.help).optional(),
  placeholder: text(formLimits.placeholder).optional(),
  patternMessage: text(formLimits.patternMessage).optional(),
});
const language = z.string().regex(/^[a-z]{2,3}$/);
const translations = z.record(language, ownTexts).optional();
const common = {
  key,
  label: text(formLimits.label),
  help: text(formLimits.help).optional(),
  required: z.boolean().optional(),
  placeholder: text(formLimits.placeholder).optional(),
  translations,
  showWhen: condition.optional(),
  requireWhen: condition.optional(),
  agentsOnly: z.literal(true).optional(),
};
const length = z.number().int().min(1).max(formLimits.length).optional();
const bound = text(30).optional();
const option = z.strictObject({
  value: z.string().regex(/^[a-z0-9_-]{1,60}$/),
  label: text(formLimits.option),
  retired: z.boolean().optional(),
  translations: z.record(language, text(formLimits.option)).optional(),
});

const question = z.discriminatedUnion("kind", [
  z.strictObject({
    ...common,
    kind: z.enum(["text", "long_text"]),
    ...{ minLength: length, maxLength: length },
    pattern: text(formLimits.pattern).optional(),
    patternMessage: text(formLimits.patternMessage).optional(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal("number"),
    ...{ min: z.number().optional(), max: z.number().optional() },
    whole: z.boolean().optional(),
  }),
  z.strictObject({ ...common, kind: z.enum(["date", "date_time"]), min: bound, max: bound }),
  z.strictObject({ ...common, kind: z.enum(["email", "url", "phone"]), maxLength: length }),
  z.strictObject({
    ...common,
    kind: z.enum(["single_choice", "multiple_choice"]),
    options: z.array(option).max(formLimits.options),
    list: listSlug.optional(),
    max: z.number().int().min(1).max(formLimits.options).optional(),
  }),
  z.strictObject({ ...common, kind: z.literal("checkbox") }),
  z.strictObject({
    ...common,
    kind: z.literal("file"),
    max: z.number().int().min(1).max(maxFiles).optional(),
  }),
  z.strictObject({
    ...{ key, label: common.label, help: common.help, translations, agentsOnly: common.agentsOnly },
    kind: z.literal("section"),
  }),
]);

const misfit = messageCode("validation.misfit");
const isEachOnce = (names: string[]) => new Set(names).size === names.length;

/** The questions of a draft, which need not be fit to be published: see problemsOf. */
export const draftFields = z
  .array(question, misfit)
  .max(formLimits.questions, misfit)
  .refine(fields => isEachOnce(fields.map(({ key: one }) => one)), misfit)
  .refine(
    fields =>
      fields.every(field => !("options" in field) || isEachOnce(field.options.map(({ value }) => value))),
    misfit,
  )
  .transform(fields => withoutLists(inGroups(fields as Field[], field => field)));

/** Zero while there is no draft. */
const version = z.number(misfit).int().min(0);

export const saveFormInput = typeInput.extend({ version, fields: draftFields });
export const discardFormInput = typeInput.extend({ version });
export const publishFormInput = typeInput.extend({
  version,
  /** The newest form, with which the draft was compared. */
  formVersionId: z.uuid(misfit),
  /** That the rule of priority may lose what the form no longer asks for. */
  acceptsLoss: z.boolean(),
});

export type SaveFormInput = z.output<typeof saveFormInput>;
export type DiscardFormInput = z.output<typeof discardFormInput>;
export type PublishFormInput = z.output<typeof publishFormInput>;
