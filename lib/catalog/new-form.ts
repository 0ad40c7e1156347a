import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { Tx } from "../db";
import { type Act, record } from "../events/act";
import { refuse } from "../refusal";
import { requireOther } from "./desk-language";
import { languagesOf } from "./field-texts";
import type { Field } from "./fields";
import { forAgents, forCustomers } from "./for-agents";
import { readUsed } from "./form-page";
import { type Used, unfitness } from "./form-unfitness";
import { readListsIn } from "./kept-lists";
import { loadType } from "./load";
import type { PriorityRule } from "./priority-rule";
import { storedFormOf } from "./queries";
import { listOf, usesLists } from "./shared-lists";

/** `fields`: the whole form. */
type Form = { fields: Field[]; rule: PriorityRule | null };
export type StoredForm = Awaited<ReturnType<typeof newestForm>>;

export const newestForm = (tx: Tx, typeId: string) =>
  tx.formVersion.findFirstOrThrow({
    where: { typeId },
    orderBy: { version: "desc" }, // index form_versions_typeId_version_key
    select: { id: true, version: true, fields: true, agentFields: true, priorityRule: true },
  });

/**
 * Gives a type a new version of its form. What was raised keeps the one it was raised with.
 * @throws Refusal invalid (unfit; a key of answers asks something else)
 */
export async function addVersion(
  act: Act,
  typeId: string,
  newest: StoredForm,
  { fields, rule }: Form,
): Promise<void> {
  await requireOther(act, ...languagesOf(fields));
  const asksSame = isDeepStrictEqual(storedFormOf(newest), fields);
  if (!asksSame) await requireFit(act.tx, fields, await readUsed(act.tx, typeId));
  const { id } = await act.tx.formVersion.create({
    data: {
      ...{ typeId, version: newest.version + 1, ...asStored(fields), createdAt: act.at },
      ...(rule && { priorityRule: rule }),
    },
    select: { id: true },
  });
  const data = { typeId, fromFormId: newest.id, toFormId: id };
  await record(act, asksSame ? "priority_rule_set" : "form_published", data, {});
}

/** What a version keeps of a whole form: whoever reads what customers are asked does not read the rest along. */
export const asStored = (fields: Field[]) => ({
  fields: forCustomers(fields),
  agentFields: forAgents(fields),
});

/** @throws Refusal invalid */
export async function requireFit(tx: Tx, fields: Field[], used: Used): Promise<void> {
  const problems = unfitness(fields, used, usesLists(fields) ? await readListsIn(tx) : {});
  const other = problems.find(
    ({ at, key }) => Object.hasOwn(used, key) && (at === "kind" || at === "agentsOnly"),
  );
  if (other) throw refuse("form.key_asks_else", { key: other.key });
  const gone = problems.find(({ said }) => said.code === "form_builder.problem.list_gone");
  const list = listOf(fields.find(({ key }) => key === gone?.key) ?? ({} as Field));
  if (list !== undefined) throw refuse("form.list_gone", { list });
  const { size: count } = new Set(problems.map(({ key }) => key));
  if (count > 0) throw refuse("form_draft.unfit", { count });
}

/** As `addVersion`, unless the newest asks the same by the same rule. @throws Refusal as that, not_found */
export async function setForm(act: Act, { slug, fields, rule }: Form & { slug: string }): Promise<void> {
  const { type } = await loadType(act, slug);
  const newest = await newestForm(act.tx, type.id);
  if (isDeepStrictEqual([storedFormOf(newest), newest.priorityRule], [fields, rule])) return;
  await addVersion(act, type.id, newest, { fields, rule });
}
