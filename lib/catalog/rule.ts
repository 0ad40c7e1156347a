import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { Act } from "../events/act";
import { refuse } from "../refusal";
import type { RuleInput } from "./input";
import { withListsIn } from "./kept-lists";
import { loadType } from "./load";
import { addVersion, newestForm } from "./new-form";
import { isRuleFor } from "./priority-rule";
import { storedFormOf } from "./queries";

/**
 * Says how urgent requests are by an answer, with a new version of the form that asks the same: what was raised keeps the
 * rule that it was raised under.
 * @throws Refusal not_found, conflict (the form was changed since), invalid (no such choice or option)
 */
export async function setPriorityRule(act: Act, { slug, formVersionId, rule }: RuleInput): Promise<void> {
  const { type } = await loadType(act, slug);
  const form = await newestForm(act.tx, type.id);
  if (form.id !== formVersionId) throw refuse("type.form_changed");
  const fields = storedFormOf(form);
  if (rule && !isRuleFor(await withListsIn(act.tx, fields), rule))
    throw refuse("type.no_choice", {}, { field: "field" });
  if (isDeepStrictEqual(form.priorityRule, rule)) return;
  await addVersion(act, type.id, form, { fields, rule });
}
