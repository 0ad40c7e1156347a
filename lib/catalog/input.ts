import { z } from "zod";
import { Priority, type Status, TypeAudience } from "../generated/enums";
import { languages } from "../messages/languages";
import { messageCode } from "../messages/said";
import { tidyLine } from "../text/tidy";
import { typeIcons } from "./icons";
import { statusWords } from "./status-words";

export const catalogLimits = {
  name: 80,
  description: 300,
  keywords: 300,
  status: 40,
  categories: 100,
  types: 500,
  /** Of one type. */
  organisations: 5_000,
} as const;

const slug = z.string().regex(/^[a-z0-9-]{1,80}$/, messageCode("validation.misfit"));
const version = z.number(messageCode("validation.misfit")).int().min(1);

const name = z
  .string({ error: messageCode("catalog_admin.name.missing") })
  .transform(typed => tidyLine(typed.normalize("NFC").replace(/\s+/g, " ")))
  .pipe(
    z
      .string()
      .min(1, messageCode("catalog_admin.name.missing"))
      .max(catalogLimits.name, messageCode("catalog_admin.text.too_long")),
  );

/** Can be empty, which a form does not send. */
const line = (maximum: number) =>
  z
    .string()
    .optional()
    .transform((typed, context) => {
      const text = tidyLine((typed ?? "").normalize("NFC").replace(/\s+/g, " "));
      const message = messageCode("catalog_admin.text.too_long");
      if (text.length > maximum) context.addIssue({ code: "custom", message, params: { maximum } });
      return text;
    });

const words = { name, description: line(catalogLimits.description) };

export const addCategoryInput = z.strictObject(words);
export const describeCategoryInput = z.strictObject({ slug, version, ...words });
export const moveCategoryInput = z.strictObject({ slug, before: slug.nullable() });
export const addTypeInput = z.strictObject({
  category: z.string(messageCode("catalog_admin.category.missing")).pipe(slug),
  name,
});
export const describeTypeInput = z.strictObject({
  ...{ slug, version, ...words },
  icon: z.enum(typeIcons, messageCode("catalog_admin.icon.missing")),
  keywords: line(catalogLimits.keywords),
});
export const moveTypeInput = z.strictObject({ slug, category: slug, before: slug.nullable() });
export const archiveInput = z.strictObject({ slug, isArchived: z.boolean() });
export const publishTypeInput = z.strictObject({ slug, version });
/** An empty list where it is not to organisations. */
export const audienceInput = z.strictObject({
  ...{ slug, version },
  audience: z.enum(TypeAudience, messageCode("catalog_admin.audience.missing")),
  organisations: z.array(z.string().max(200)).max(catalogLimits.organisations),
});
/** Empty where the status is called as everywhere. */
export const statusWordsInput = z.strictObject({
  ...{ slug, version },
  words: z.strictObject(
    Object.fromEntries(statusWords.map(status => [status, line(catalogLimits.status)])) as Record<
      Status,
      ReturnType<typeof line>
    >,
  ),
});
const language = z.enum(languages, messageCode("validation.misfit"));
const translatedName = line(catalogLimits.name);
/** Empty where something is said as in the desk's language. */
export const translateCategoryInput = z.strictObject({
  ...{ slug, version, language },
  words: z.strictObject({ name: translatedName, description: words.description }),
});
export const translateTypeInput = z.strictObject({
  ...{ slug, version, language },
  words: z.strictObject({
    ...{ name: translatedName, description: words.description, keywords: line(catalogLimits.keywords) },
    ...statusWordsInput.shape.words.shape,
  }),
});
export const typeInput = z.strictObject({ slug });
export const ruleInput = z.strictObject({
  slug,
  /** The form that was shown. */
  formVersionId: z.uuid(messageCode("validation.misfit")),
  rule: z.strictObject({ field: z.string(), priorities: z.record(z.string(), z.enum(Priority)) }).nullable(),
});

export type AddCategoryInput = z.output<typeof addCategoryInput>;
export type DescribeCategoryInput = z.output<typeof describeCategoryInput>;
export type MoveCategoryInput = z.output<typeof moveCategoryInput>;
export type AddTypeInput = z.output<typeof addTypeInput>;
export type DescribeTypeInput = z.output<typeof describeTypeInput>;
export type MoveTypeInput = z.output<typeof moveTypeInput>;
export type ArchiveInput = z.output<typeof archiveInput>;
export type PublishTypeInput = z.output<typeof publishTypeInput>;
export type AudienceInput = z.output<typeof audienceInput>;
export type StatusWordsInput = z.output<typeof statusWordsInput>;
export type TranslateCategoryInput = z.output<typeof translateCategoryInput>;
export type TranslateTypeInput = z.output<typeof translateTypeInput>;
export type TypeInput = z.output<typeof typeInput>;
export type RuleInput = z.output<typeof ruleInput>;
