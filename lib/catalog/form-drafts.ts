import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { Tx } from "../db";
import { type Act, record } from "../events/act";
import { refuse } from "../refusal";
import type { Field } from "./fields";
import { compareForms } from "./form-differences";
import { type DiscardFormInput, draftFields, type PublishFormInput, type SaveFormInput } from "./form-input";
import { withListsIn } from "./kept-lists";
import { loadType } from "./load";
import { addVersion, newestForm } from "./new-form";
import { carryRule, ruleOf } from "./priority-rule";
import { storedFormOf } from "./queries";

/**
 * Keeps the questions beside the published form, which customers go on seeing. Between its first saving and its end
 * a draft has no events: it is not yet what the desk asks.
 * @throws Refusal not_found (no admin, no such type), conflict (somebody else has changed, published or discarded it since)
 */
export async function saveForm(act: Act, { slug, version, fields }: SaveFormInput): Promise<void> {
  const { type } = await loadType(act, slug);
  const draft = await act.tx.formDraft.findUnique({
    where: { typeId: type.id },
    select: { version: true, fields: true },
  });
  const present = draft?.version ?? 0;
  // Sent twice, because the first answer was lost.
  if (draft && present === version + 1 && isDeepStrictEqual(draft.fields, plain(fields))) return;
  if (present !== version) {
    const code = draft ? "form_draft.changed" : "form_draft.gone";
    throw refuse(code, {}, { corrections: { version: present } });
  }
  if (draft) {
    await act.tx.formDraft.update({
      where: { typeId: type.id },
      data: { fields, version: version + 1, updatedAt: act.at },
    });
    return;
  }
  const { version: basedOn } = await newestForm(act.tx, type.id);
  await act.tx.formDraft.create({
    data: { typeId: type.id, fields, version: 1, basedOn, updatedAt: act.at },
  });
  await record(act, "form_draft_begun", { typeId: type.id }, {});
}

/** @throws Refusal not_found, conflict (somebody else has changed, published or discarded it since) */
export async function discardForm(act: Act, { slug, version }: DiscardFormInput): Promise<void> {
  const { type } = await loadType(act, slug);
  await requireDraft(act.tx, type.id, version);
  await act.tx.formDraft.delete({ where: { typeId: type.id } });
  await record(act, "form_draft_discarded", { typeId: type.id }, {});
}

/**
 * Makes the draft the form of the type. What was raised keeps the form that it was raised with.
 * @throws Refusal not_found, conflict (draft or form changed since they were compared), invalid (unfit; asks nothing new;
 * the rule of priority would lose what it goes by)
 */
export async function publishForm(
  act: Act,
  { slug, version, formVersionId, acceptsLoss }: PublishFormInput,
): Promise<void> {
  const { type } = await loadType(act, slug);
  const draft = await requireDraft(act.tx, type.id, version);
  const newest = await newestForm(act.tx, type.id);
  if (newest.id !== formVersionId) throw refuse("form_draft.compared_with_older");
  const fields = draftFields.parse(draft.fields);
  if (compareForms(storedFormOf(newest), fields).length === 0) throw refuse("form_draft.unchanged");
  const { rule, isLessened } = carryRule(await withListsIn(act.tx, fields), ruleOf(newest.priorityRule));
  if (isLessened && !acceptsLoss) throw refuse("form_draft.rule_lost", {}, { field: "acceptsLoss" });
  await act.tx.formDraft.delete({ where: { typeId: type.id } });
  await addVersion(act, type.id, newest, { fields, rule });
}

async function requireDraft(tx: Tx, typeId: string, version: number) {
  const draft = await tx.formDraft.findUnique({
    where: { typeId },
    select: { version: true, fields: true },
  });
  if (!draft) throw refuse("form_draft.gone");
  if (draft.version !== version) throw refuse("form_draft.compared_with_older");
  return draft;
}

/** As a column of JSON returns it. */
const plain = (fields: Field[]): unknown => JSON.parse(JSON.stringify(fields));
