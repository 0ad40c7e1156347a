import "server-only";
import { isDeepStrictEqual } from "node:util";
import { ensureCustomer, requireCustomer } from "../accounts/customers";
import { isAgent } from "../actor";
import type { GivenAnswers } from "../catalog/fields";
import { requireOfferedChoices } from "../catalog/kept-lists";
import { requireOfferedFor } from "../catalog/offered";
import { readWholeForm } from "../catalog/queries";
import { type Act, byPerson } from "../events/act";
import { notFound, refuse } from "../refusal";
import { keepAgentAnswers, readAgentAnswers } from "../requests/agent-answers";
import { isOnDeskOf } from "../requests/load";
import { type Raised, type Submission, submitRequest } from "../requests/submit";

/**
 * Whom a request of this type can be raised for: finds them or makes their account, and returns their id.
 * @throws Refusal invalid (the type is not offered to them), or as `ensureCustomer` does
 */
export async function chooseCustomer(
  act: Act,
  { email, name, type }: { email: string; name?: string | undefined; type: string },
): Promise<string> {
  const customer = await ensureCustomer(act, { email, name });
  await requireOfferedFor(act, type, customer);
  return customer;
}

/** What is raised for a customer, with what the agent has answered themselves. */
export type Raising = Omit<Submission, "follows" | "read"> & {
  customer: string;
  agentAnswers?: GivenAnswers;
};

/** As for what customers answer: sent once more with another answer, it is not what was raised. @throws Refusal conflict */
async function requireSameAnswers(
  { tx }: Act,
  { id, reference }: Raised,
  agentAnswers: GivenAnswers,
): Promise<void> {
  const { answers } = await readAgentAnswers(tx, id);
  if (!isDeepStrictEqual(answers, agentAnswers)) throw refuse("request.sent_already", { reference });
}

/**
 * Raises a request for a customer, whose own it is from then on: they get the confirmation, and the history says who raised it.
 * `isSeen`: whether whoever raised it sees it, as it is its team's.
 * @throws Refusal not_found (no agent, or no such person), invalid (suspended), or as `submitRequest` does
 */
export async function raiseFor(
  act: Act,
  { customer, agentAnswers = {}, ...submission }: Raising,
): Promise<Raised & { isSeen: boolean }> {
  if (!isAgent(byPerson(act).actor)) throw notFound();
  await requireCustomer(act, customer);
  const raised = await submitRequest(act, submission, customer, agentAnswers);
  if (!raised.isNew) await requireSameAnswers(act, raised, agentAnswers);
  else if (Object.keys(agentAnswers).length > 0) {
    const whole = (await readWholeForm(submission.formVersionId, act.tx)) ?? [];
    requireOfferedChoices(whole, {}, agentAnswers);
    await keepAgentAnswers(act.tx, raised.id, { fields: whole, answers: agentAnswers, edition: 1 });
  }
  return { ...raised, isSeen: await isOnDeskOf(act, raised.reference) };
}
