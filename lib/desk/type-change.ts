import "server-only";
import { type Actor, isAgent } from "../actor";
import { sendFiles } from "../attachments/store";
import type { Answers, Field, GivenAnswers } from "../catalog/fields";
import { requireOfferedChoices, withListsIn } from "../catalog/kept-lists";
import { keepZones } from "../catalog/moments";
import { requireOffered } from "../catalog/offered";
import { fieldsOf, wholeFormOf } from "../catalog/queries";
import { searchTextOf } from "../catalog/search-text";
import { db } from "../db";
import { type Act, byPerson, record, recordChanges } from "../events/act";
import { refuse } from "../refusal";
import {
  type AgentAnswers,
  answerAsAgent,
  type GivenByAgent,
  readAgentAnswers,
} from "../requests/agent-answers";
import { nameFiles } from "../requests/attachments";
import { changesBetween } from "../requests/changes";
import { followPriorityRule } from "../requests/follow-rule";
import { statusCode } from "../requests/labels";
import { type LoadedRequest, loadRequest } from "../requests/load";
import { can, deskVisibleSql, rolesOn } from "../requests/policy";
import { numberOf } from "../requests/reference";
import { teamOfForm } from "../teams/types";
import { confirmLosing } from "./losing-sight";

export type TypeChange = {
  reference: string;
  /** The form that it had, as whoever decides it has seen. */
  from: string;
  /** That of the new type. */
  formVersionId: string;
  edition: number;
  answers: GivenAnswers;
  /** As `confirmLosing` takes it. */
  losing?: number;
} & GivenByAgent;

/**
 * Makes it a request of another type, with the answers to the form of that. Answers that it does not ask for are left in
 * the history. If nobody has the request, it goes to the team of the new type.
 * @throws Refusal not_found (no such request, no such form, or none that is offered), forbidden (no agent; not open),
 *   invalid (of this type already), conflict (of another type or corrected since; agents lose sight of it, and whoever
 *   does it was not told)
 */
export async function changeType(act: Act, input: TypeChange): Promise<void> {
  byPerson(act);
  const { tx } = act;
  const request = await loadRequest(act, input.reference);
  if (!can(act, "change type", request)) throw refusalTo(act.actor, request);
  const [present, to] = await readForms(act, request.id, input);
  const ofAgents = await readAgentAnswers(tx, request.id);
  await requireOffered(act, to.id, request.requesterId);
  if (input.edition !== request.edition || (input.agentEdition ?? ofAgents.edition) !== ofAgents.edition)
    throw corrected(request, ofAgents);

  const fields = await withListsIn(tx, fieldsOf(to));
  requireOfferedChoices(fields, {}, input.answers);
  const before = present.answers as Answers;
  const { answers, unsent } = await nameFiles(act, input.answers, { requestId: request.id });
  keepZones(fields, before, answers);
  const { summary } = present;
  const questions = allOf(fieldsOf(present.form), fields);
  const changes = changesBetween(questions, { summary, answers: before }, { summary, answers });
  const teamId = await teamToBe(act, request, input);

  const { count } = await tx.serviceRequest.updateMany({
    where: { id: request.id, edition: request.edition, isOpen: true },
    data: {
      formVersionId: to.id,
      answers,
      searchText: searchTextOf(fields, answers),
      edition: { increment: 1 },
      teamId,
    },
  });
  if (count === 0) throw corrected(request, ofAgents);
  // Files that no answer names any more stay with the request, because the history shows them.
  await sendFiles(act, unsent, { requestId: request.id });
  const forms = { fromFormId: present.form.id, toFormId: to.id };
  await recordChanges(act, "request_type_changed", changes, { requestId: request.id }, forms);
  const answered = { ...input, agentEdition: ofAgents.edition };
  const whole = (form: typeof to) => ({ id: form.id, fields: wholeFormOf(form) });
  await answerAsAgent(act, request, answered, { from: whole(present.form), to: whole(to) });
  if (teamId !== request.teamId) {
    const teams = { fromTeamId: request.teamId, toTeamId: teamId };
    await record(act, "request_handed_over", teams, { requestId: request.id });
  }
  const all = { ...answers, ...(input.agentAnswers as Answers | undefined) };
  await followPriorityRule(act, request, { formVersionId: to.id, answers: all });
}

const refusalTo = (actor: Actor, request: LoadedRequest) =>
  rolesOn(actor, request).includes("agent")
    ? refuse("type_change.not_open", { status: { code: statusCode(request.status, "agent") } })
    : refuse("type_change.agents_only");

const corrected = ({ edition }: LoadedRequest, { edition: agentEdition }: AgentAnswers) =>
  refuse("type_change.corrected", {}, { corrections: { edition, agentEdition } });

async function readForms({ tx }: Act, id: string, { from, formVersionId }: TypeChange) {
  const form = {
    ...{ id: true, fields: true, agentFields: true, typeId: true },
    type: { select: { name: true } },
  } as const;
  const present = await tx.serviceRequest.findUniqueOrThrow({
    where: { id },
    select: { summary: true, answers: true, form: { select: form } },
  });
  const to = await tx.formVersion.findUnique({ where: { id: formVersionId }, select: form });
  if (!to) throw refuse("form.gone");
  if (present.form.id !== from) throw refuse("type_change.conflict", { type: present.form.type.name });
  if (present.form.typeId === to.typeId) throw refuse("type_change.same");
  return [present, to] as const;
}

/** The questions of both, each once. */
const allOf = (one: Field[], other: Field[]): Field[] => [
  ...one,
  ...other.filter(({ key }) => !one.some(field => field.key === key)),
];

/** Whoever has the request keeps it, and so does its team if the new type has none. */
async function teamToBe(
  act: Act,
  { id, teamId: from, assigneeId }: LoadedRequest,
  { formVersionId, losing }: TypeChange,
): Promise<string | null> {
  const to = assigneeId === null ? await teamOfForm(act.tx, formVersionId) : null;
  if (to === null || to === from) return from;
  await confirmLosing(act, { requestIds: [id], to }, { mark: losing });
  return to;
}

/** The name of the team that a request would go to with this form; null if it stays where it is. */
export async function readTeamToBe(
  actor: Actor,
  reference: string,
  formVersionId: string,
): Promise<string | null> {
  if (actor.kind !== "person" || !isAgent(actor)) return null;
  const [team] = await db().$queryRaw<{ name: string }[]>`
    select t.name from requests r cross join form_versions f
    join request_types y on y.id = f."typeId" join teams t on t.id = y."teamId"
    where r.number = ${numberOf(reference)} and f.id = ${formVersionId}::uuid and r."assigneeId" is null
      and t."archivedAt" is null and t.id is distinct from r."teamId" and ${deskVisibleSql(actor)}`;
  return team?.name ?? null;
}
