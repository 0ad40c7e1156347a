import { z } from "zod";
import type { PersonActor } from "../actor";
import { answersSchema } from "../catalog/answers";
import type { Field } from "../catalog/fields";
import { forCustomers, withoutNeed } from "../catalog/for-agents";
import { draftFields, publishFormInput, saveFormInput } from "../catalog/form-input";
import { readFormPage } from "../catalog/form-page";
import { problemsOf } from "../catalog/form-problems";
import { typeInput } from "../catalog/input";
import { problemOfPattern } from "../catalog/pattern";
import { withLists } from "../catalog/shared-lists";
import { messageCode } from "../messages/said";
import { summaryInput } from "../requests/input";
import type { DeskSettings } from "../settings";

/**
 * The questions as one text of JSON: a form has hundreds of values. It is read apart, because the parser of forms would
 * take empty texts for none.
 */
export const saveFormForm = saveFormInput.extend({
  fields: z.string(messageCode("validation.misfit")).transform((sent, context) => {
    const fields = draftFields.safeParse(jsonIn(sent)).data;
    if (fields) return fields;
    context.addIssue({ code: "custom", message: messageCode("validation.misfit") });
    return z.NEVER;
  }),
});

function jsonIn(sent: string): unknown {
  try {
    return JSON.parse(sent);
  } catch {
    return undefined;
  }
}

export const publishFormForm = publishFormInput.extend({
  acceptsLoss: z
    .literal("yes")
    .optional()
    .transform(ticked => ticked === "yes"),
});

/** What a preview can ask: files are only taken by the form itself, and a pattern that is none by nobody. */
const triable = (fields: Field[]): Field[] => {
  const unfit = new Set(
    problemsOf(fields, null, problemOfPattern).flatMap(({ key, at }) => (at === "pattern" ? [key] : [])),
  );
  return fields.map(field => {
    const { required: _, requireWhen: __, ...rest } = field;
    if (field.kind === "file") return rest as Field;
    return unfit.has(field.key) ? ({ ...field, pattern: undefined } as Field) : field;
  });
};

/** Answers that are tried in the preview, by the draft as it is now. */
export async function triedAnswers(data: FormData, _: DeskSettings, actor: PersonActor) {
  const { slug } = typeInput.parse({ slug: String(data.get("slug") ?? "") });
  const { draft, published, lists } = await readFormPage(actor, slug);
  const whole = withLists(draft?.fields ?? published, lists);
  const fields = data.get("as") === "agent" ? withoutNeed(whole) : forCustomers(whole);
  const answers = answersSchema(triable(fields), actor.timeZone);
  return z.strictObject({
    ...{ slug: typeInput.shape.slug, as: z.literal("agent").optional(), summary: summaryInput },
    answers: z.preprocess(given => given ?? {}, answers),
  });
}
