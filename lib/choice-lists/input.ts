import { z } from "zod";
import { isEntryKey, type Option } from "../catalog/choices";
import { languages } from "../messages/languages";
import { messageCode } from "../messages/said";
import { tidyLine } from "../text/tidy";
import { listLimits } from "./limits";

const misfit = messageCode("validation.misfit");
/** Its slug. */
export const listInput = z.string().regex(/^[a-z0-9-]{1,80}$/, misfit);
const version = z.number(misfit).int().min(1);
const tidied = (text: string) => tidyLine(text.normalize("NFC").replace(/\s+/g, " "));

const name = z
  .string({ error: messageCode("choice_lists.name.missing") })
  .transform(tidied)
  .pipe(
    z
      .string()
      .min(1, messageCode("choice_lists.name.missing"))
      .max(listLimits.name, messageCode("catalog_admin.text.too_long")),
  );

const label = z
  .string(misfit)
  .transform(tidied)
  .pipe(z.string().max(listLimits.label, messageCode("catalog_admin.text.too_long")));

export const entryInput = z.strictObject({
  value: z.string(misfit).refine(isEntryKey, messageCode("choice_lists.entries.key")),
  label,
  retired: z.boolean().optional(),
  translations: z.partialRecord(z.enum(languages), label).optional(),
});

export const entriesInput = z
  .array(entryInput, misfit)
  .max(listLimits.entries, messageCode("choice_lists.entries.too_many"))
  .transform(entries => entries as Option[]);

export const addListInput = z.strictObject({ name, entries: entriesInput });
export const changeListInput = addListInput.extend({ slug: listInput, version });
/** Empty where something is said as in the desk's language. */
export const translateListInput = z.strictObject({
  ...{ slug: listInput, version, language: z.enum(languages, misfit) },
  name: name.or(z.literal("")),
  labels: z.record(z.string(), label),
});

export type AddListInput = z.output<typeof addListInput>;
export type ChangeListInput = z.output<typeof changeListInput>;
export type TranslateListInput = z.output<typeof translateListInput>;
export type ArchiveListInput = { slug: string; isArchived: boolean };
export type ShiftListInput = { slug: string; to: "earlier" | "later" };
