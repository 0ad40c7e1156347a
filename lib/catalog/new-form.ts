import "server-only";
import { isDeepStrictEqual } from "node:util";
import { type Act, record } from "../events/act";
import { refuse } from "../refusal";
import type { Field } from "./fields";
import { loadType } from "./load";
import type { PriorityRule } from "./priority-rule";
import { fieldsOf } from "./queries";

/**
 * Gives a type a new version of its form, unless the newest is the same: what was raised keeps the one it was raised with.
 * @throws Refusal not_found, invalid (a key of answers asks something else)
 */
export async function setForm(
  act: Act,
  { slug, fields, rule }: { slug: string; fields: Field[]; rule: PriorityRule | null },
): Promise<void> {
  const { type } = await loadType(act, slug);
  const forms = await act.tx.formVersion.findMany({
    where: { typeId: type.id },
    orderBy: { version: "desc" },
  });
  const [newest] = forms;
  if (!newest) throw new Error(`The request type ${slug} has no form.`);
  const asksSame = isDeepStrictEqual(fieldsOf(newest), fields);
  if (asksSame && isDeepStrictEqual(newest.priorityRule, rule)) return;
  await requireSameKeys(act, forms, fields);
  const { id } = await act.tx.formVersion.create({
    data: {
      ...{ typeId: type.id, version: newest.version + 1, fields, createdAt: act.at },
      ...(rule && { priorityRule: rule }),
    },
    select: { id: true },
  });
  const data = { typeId: type.id, fromFormId: newest.id, toFormId: id };
  await record(act, asksSame ? "priority_rule_set" : "form_published", data, {});
}

/** Answers are known by their keys: under one that asked something else they would be lost. */
async function requireSameKeys(
  { tx }: Act,
  forms: { id: string; fields: unknown }[],
  fields: Field[],
): Promise<void> {
  const kinds = new Map(fields.map(({ key, kind }) => [key, kind]));
  for (const form of forms)
    for (const { key, kind, label } of fieldsOf(form)) {
      if (!kinds.has(key) || kinds.get(key) === kind) continue;
      const answered = await tx.$queryRaw<unknown[]>`
        select from requests where "formVersionId" = ${form.id}::uuid and answers -> ${key} is not null limit 1`;
      if (answered.length > 0) throw refuse("form.key_asks_else", { key, label });
    }
}
