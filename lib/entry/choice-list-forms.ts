import { z } from "zod";
import { pastedOptions } from "../catalog/option-keys";
import {
  addListInput,
  changeListInput,
  entriesInput,
  listInput,
  translateListInput,
} from "../choice-lists/input";
import { messageCode } from "../messages/said";
import { archiveFields, archiving, shiftFields, shifting } from "./row-forms";

/** One entry a line. */
export const addListForm = addListInput.extend({
  entries: z
    .string({ error: messageCode("choice_lists.entries.missing") })
    .transform(text => pastedOptions(text, [], []))
    .pipe(entriesInput),
});

/** The entries as one text of JSON: what has been translated goes along. */
export const changeListForm = changeListInput.extend({
  entries: z.string(messageCode("validation.misfit")).transform((sent, context) => {
    const { data, error } = entriesInput.safeParse(jsonIn(sent));
    if (data) return data;
    const message = error.issues[0]?.message ?? messageCode("validation.misfit");
    context.addIssue({ code: "custom", message, params: { ...error.issues[0] } });
    return z.NEVER;
  }),
});

/** Empty labels are not sent, so the form names the entries that it has. */
export const translateListForm = translateListInput
  .extend({
    name: translateListInput.shape.name.optional().transform(name => name ?? ""),
    keys: z.string(messageCode("validation.misfit")),
    labels: z.preprocess(labels => labels ?? {}, translateListInput.shape.labels),
  })
  .transform(({ keys, labels, ...said }) => ({
    ...said,
    labels: Object.fromEntries(
      keys.split(" ").map(key => [key, Object.hasOwn(labels, key) ? (labels[key] ?? "") : ""]),
    ),
  }));

export const shiftListForm = z.strictObject(shiftFields(listInput)).transform(shifting);
export const archiveListForm = z.strictObject(archiveFields(listInput)).transform(archiving);

function jsonIn(sent: string): unknown {
  try {
    return JSON.parse(sent);
  } catch {
    return undefined;
  }
}
