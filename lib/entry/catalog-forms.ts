import { z } from "zod";
import {
  type AddTypeInput,
  archiveInput,
  audienceInput,
  moveCategoryInput,
  moveTypeInput,
  ruleInput,
  statusWordsInput,
} from "../catalog/input";
import { isRuleFor } from "../catalog/priority-rule";
import { readSentForm } from "../catalog/queries";
import { addType } from "../catalog/types";
import type { Act } from "../events/act";
import { messageCode } from "../messages/said";
import { deskTranslator } from "../messages/translate";
import { refuse } from "../refusal";
import { teamInput } from "../teams/input";
import { tidyLine, tidyLines } from "../text/tidy";
import { yesOrNo } from "./request-forms";

const { slug } = archiveInput.shape;

/** Without a neighbour, behind all others. */
const before = slug.optional().transform(neighbour => neighbour ?? null);

export const archiveForm = z.strictObject({ slug, isArchived: yesOrNo });
export const moveTypeForm = moveTypeInput.extend({ before });
export const moveCategoryForm = moveCategoryInput.extend({ before });

/** One organisation a line. */
export const audienceForm = audienceInput.extend({
  organisations: z
    .string()
    .optional()
    .transform(text =>
      tidyLines(text ?? "")
        .split("\n")
        .map(tidyLine)
        .filter(Boolean),
    )
    .pipe(audienceInput.shape.organisations),
});

/** None of the fields is filled in. */
export const statusWordsForm = statusWordsInput.extend({
  words: z.preprocess(words => words ?? {}, statusWordsInput.shape.words),
});

const team = teamInput.optional().transform(chosen => chosen ?? null);

export const teamOfTypeForm = z.strictObject({ slug, from: team, team });

/** Its form asks for one thing in the desk's language, besides the summary. */
export const addTypeWithForm = (act: Act, input: AddTypeInput): Promise<string> =>
  addType(act, { ...input, question: deskTranslator()("catalog_admin.first_question") });

/** Such as `priorities.impact_2` for the third option of that question, whose place may be another by the time it is sent. */
export const priorityName = (field: string, option: number) => `priorities.${field}_${option}`;
/** Such as `urgent all`, which says what of. Normal is what a rule says nothing of. */
export const priorityValue = (priority: string, option: string) => `${priority} ${option}`;

/** The rule is read by the form that was shown. */
export async function sentRule(data: FormData) {
  const fields = await readSentForm(String(data.get("formVersionId") ?? ""), true);
  if (!fields) throw refuse("type.form_changed");
  return z
    .strictObject({
      ...{ slug, formVersionId: ruleInput.shape.formVersionId },
      field: z.string().optional(),
      priorities: z.record(z.string(), z.string()).optional(),
    })
    .transform(({ slug: type, formVersionId, field, priorities = {} }, context) => {
      if (field === undefined) return { slug: type, formVersionId, rule: null };
      const own = Object.entries(priorities).filter(([name]) => name.replace(/_\d+$/, "") === field);
      const chosen = own.map(([, said]) => /^(\w+) (.+)$/su.exec(said) ?? []);
      const rule = ruleInput.shape.rule.safeParse({
        field,
        priorities: Object.fromEntries(
          chosen.flatMap(([, priority, value]) =>
            value === undefined || priority === "normal" ? [] : [[value, priority]],
          ),
        ),
      }).data;
      if (rule && isRuleFor(fields, rule)) return { slug: type, formVersionId, rule };
      context.addIssue({ code: "custom", path: ["field"], message: messageCode("validation.misfit") });
      return z.NEVER;
    });
}
