import "server-only";
import { system } from "../actor";
import type { Answers } from "../catalog/fields";
import { priorityByRule, readPriorityRule } from "../catalog/priority-rule";
import { type Act, actAs, record } from "../events/act";
import type { Change } from "../events/types";
import type { LoadedRequest } from "./load";

/** Sets the priority by an answer that was corrected, or by those to another form, unless an agent has set it. */
export async function followPriorityRule(
  act: Act,
  { id, priority, isPriorityByHand }: LoadedRequest,
  { formVersionId, changes, answers }: { formVersionId: string; changes?: Change[]; answers: Answers },
): Promise<void> {
  const rule = await readPriorityRule(formVersionId, act.tx);
  if (isPriorityByHand || (changes && !changes.some(({ key }) => key === rule?.field))) return;
  const to = priorityByRule(rule, answers);
  if (to === priority) return;
  await act.tx.serviceRequest.update({ where: { id }, data: { priority: to }, select: { id: true } });
  await actAs(act, system("catalog"), own =>
    record(own, "priority_set", { from: priority, to }, { requestId: id }),
  );
}
