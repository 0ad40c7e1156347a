import type { Field } from "@/lib/catalog/fields";
import { saveForm } from "@/lib/catalog/form-drafts";
import { readFormPage } from "@/lib/catalog/form-page";
import { readForm } from "@/lib/catalog/queries";
import { setAudience } from "@/lib/catalog/restriction";
import { setPriorityRule } from "@/lib/catalog/rule";
import { db } from "@/lib/db";
import { publishes } from "./agents-questions";
import { aCategory, aType } from "./catalog";
import { aList, asking, departments } from "./choice-lists";
import { anAdmin, run } from "./factories";

/** Offered to customers, with questions for agents alone and answers that are more urgent than others. */
export const askedType = "other-manual-request";
/** For agents alone, with everything that a type can say. */
export const agentsType = "kestreltypename";
/** Offered, and being changed. */
export const draftedType = "offered";

const ofAgents: Field[] = [
  { key: "kestrel_part", kind: "section", label: "KestrelPart", agentsOnly: true },
  {
    ...{ key: "kestrel_number", kind: "text", label: "KestrelNumber", help: "KestrelHelp", agentsOnly: true },
    ...{ required: true, pattern: "Kestrel.*", patternMessage: "KestrelMessage" },
  },
];
const choice = (key: string, label: string): Field => ({
  ...{ key, kind: "single_choice", label },
  options: [
    { value: `${key}_hall`, label: `${label} 1` },
    { value: `${key}_yard`, label: `${label} 2` },
  ],
});

const isUrgent = async (slug: string, field: string): Promise<void> => {
  const { formVersionId } = await readFormPage(await anAdmin(), slug);
  const rule = { field, priorities: { [`${field}_yard`]: "urgent" as const } };
  await run(await anAdmin(), act => setPriorityRule(act, { slug, formVersionId, rule }));
};

/** Before anything is raised. */
export async function plantInCatalog(): Promise<void> {
  const fields = (await readForm(askedType))?.fields ?? [];
  // Customers choose from a list, and learn neither its name nor what only agents are offered.
  const open = asking(await aList(departments, "KestrelOpenList"));
  const hidden = await aList([{ value: "kestrel_north", label: "KestrelEntry" }], "KestrelHiddenList");
  const ofDesk = asking(hidden, { key: "kestrel_place", label: "KestrelPlace", agentsOnly: true });
  await publishes(askedType, [...fields, choice("place", "Where"), open, ...ofAgents, ofDesk]);
  await isUrgent(askedType, "place");

  const category = await aCategory("KestrelCategoryName");
  const slug = await aType({ name: "KestrelTypeName", category });
  await publishes(slug, [choice("kestrel", "KestrelFormFields")]);
  await isUrgent(slug, "kestrel");
  const said = (words: string) => ({ description: words, translations: { de: { name: words } } });
  await db().category.updateMany({ where: { slug: category }, data: said("KestrelCategoryWords") });
  const words = { ...said("KestrelTypeWords"), keywords: "KestrelTypeKeywords" };
  const type = await db().requestType.update({ where: { slug }, data: words });
  await db().typeStatus.create({ data: { typeId: type.id, status: "resolved", name: "KestrelStatusName" } });
  const audience = { slug, version: 1, audience: "agents" as const, organisations: [] };
  await run(await anAdmin(), act => setAudience(act, audience));

  const drafted = await aType({ name: "Offered" });
  const question = { slug: drafted, version: 0, fields: [choice("kestrel", "KestrelDraftFields")] };
  await run(await anAdmin(), act => saveForm(act, question));
}
