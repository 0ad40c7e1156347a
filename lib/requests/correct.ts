import "server-only";
import type { Actor } from "../actor";
import { sendFiles } from "../attachments/store";
import type { Answers, Field, GivenAnswers } from "../catalog/fields";
import { requireOfferedChoices, withListsIn } from "../catalog/kept-lists";
import { keepZones } from "../catalog/moments";
import { fieldsOf, readFormVersion, readWholeForm, wholeFormOf } from "../catalog/queries";
import { searchTextOf } from "../catalog/search-text";
import { withChosen } from "../catalog/shared-lists";
import { db } from "../db";
import { type Act, recordChanges } from "../events/act";
import type { Change } from "../events/types";
import type { Status } from "../generated/enums";
import { type Refusal, refuse } from "../refusal";
import { readDeskSettings } from "../settings";
import { type AgentAnswers, answerAsAgent, type GivenByAgent, readAgentAnswers } from "./agent-answers";
import { nameFiles } from "./attachments";
import { type Content, changesBetween, editionTypes } from "./changes";
import { conflictOver, correctedKeys } from "./clashes";
import { followPriorityRule } from "./follow-rule";
import { statusCode } from "./labels";
import { isOpen } from "./lifecycle";
import { type LoadedRequest, loadRequest } from "./load";
import { can, correctorIn, isCorrector, rolesOn, standingColumns, viewOf, visibleTo } from "./policy";
import { numberOf, referenceOf } from "./reference";
import type { RequestView } from "./view";

export type Correction = {
  reference: string;
  formVersionId: string;
  edition: number;
  summary: string;
  answers: GivenAnswers;
} & GivenByAgent;

/**
 * Counts as activity, but moves nothing in the queue; unchanged values record nothing. What agents are asked besides is
 * kept apart.
 * @throws Refusal not_found, forbidden (neither the requester nor an agent; not open), conflict (corrected, or of another type, since),
 *   invalid (a choice was retired since)
 */
export async function correctRequest(act: Act, input: Correction): Promise<void> {
  const request = await loadRequest(act, input.reference);
  if (!can(act, "correct", request)) throw refusalTo(act.actor, request);
  const present = await act.tx.serviceRequest.findUniqueOrThrow({
    where: { id: request.id },
    select: {
      summary: true,
      answers: true,
      formVersionId: true,
      form: { select: { id: true, fields: true, agentFields: true } },
    },
  });
  if (present.formVersionId !== input.formVersionId) throw await refusalOfForm(act, request.id, input);
  await correctWords(act, request, input, present);
  if (input.agentAnswers === undefined) return;
  const form = { id: present.form.id, fields: wholeFormOf(present.form) };
  const changes = await answerAsAgent(act, request, input, { from: form, to: form });
  const answers = input.agentAnswers as Answers;
  if (changes.length > 0)
    await followPriorityRule(act, request, { formVersionId: form.id, changes, answers });
}

type Present = {
  summary: string;
  answers: unknown;
  formVersionId: string;
  form: Parameters<typeof fieldsOf>[0];
};

/** What everyone on the request reads. */
async function correctWords(
  act: Act,
  request: LoadedRequest,
  input: Correction,
  present: Present,
): Promise<void> {
  const fields = await withListsIn(act.tx, fieldsOf(present.form));
  const said: Content = { summary: present.summary, answers: present.answers as Answers };
  requireOfferedChoices(fields, said.answers, input.answers);
  const { answers, unsent } = await nameFiles(act, input.answers, { requestId: request.id });
  keepZones(fields, said.answers, answers);
  const changes = changesBetween(fields, said, { summary: input.summary, answers });
  if (changes.length === 0) return;
  if (input.edition !== request.edition) {
    const count = request.edition - input.edition;
    const others = await correctedKeys(act, request.id, { types: editionTypes, count });
    const clashes = changes.filter(({ key }) => others.includes(key));
    if (clashes.length > 0) throw outdated(act, request, fields, clashes);
  }

  const { count } = await act.tx.serviceRequest.updateMany({
    where: { id: request.id, edition: request.edition, isOpen: true },
    data: {
      summary: input.summary,
      answers,
      searchText: searchTextOf(fields, answers),
      edition: { increment: 1 },
    },
  });
  if (count === 0) throw outdated(act, request, fields, []);
  // Files that an answer no longer names stay with the request, because the history shows them.
  await sendFiles(act, unsent, { requestId: request.id });
  await recordChanges(act, "request_corrected", changes, { requestId: request.id }, {});
  const { formVersionId } = present;
  await followPriorityRule(act, request, { formVersionId, changes, answers });
}

const outdated = (act: Act, { edition }: LoadedRequest, fields: Field[], clashes: Change[]) =>
  conflictOver(act, fields, clashes, { edition });

function refusalTo(actor: Actor, request: LoadedRequest): Refusal {
  return isCorrector(rolesOn(actor, request))
    ? refuse("correction.not_open", { status: { code: statusCode(request.status, viewOf(actor, request)) } })
    : refuse("correction.not_yours");
}

async function refusalOfForm({ tx }: Act, requestId: string, { formVersionId }: Correction) {
  const earlier = { path: ["fromFormId"], equals: formVersionId };
  const count = await tx.event.count({ where: { requestId, type: "request_type_changed", data: earlier } }); // events_type_changes
  return count > 0 ? refuse("correction.type_changed") : refuse("form.misfit");
}

export type CorrectionPage = Content & {
  reference: string;
  status: Status;
  isOpen: boolean;
  edition: number;
  formVersionId: string;
  typeSlug: string;
  typeName: string;
  requesterId: string;
  /** The whole form where an agent corrects it. */
  fields: Field[];
  /** Where an agent corrects it. */
  ofAgents: AgentAnswers | null;
};

/** Null for whoever does not correct it on this side's pages. */
export async function readCorrectionPage(
  actor: Actor,
  reference: string,
  view: RequestView,
): Promise<CorrectionPage | null> {
  const number = numberOf(reference);
  if (number === null) return null;
  const settings = await readDeskSettings();
  const request = await db().serviceRequest.findFirst({
    where: { AND: [{ number }, visibleTo(actor)] },
    select: {
      ...standingColumns,
      number: true,
      requesterId: true,
      summary: true,
      answers: true,
      edition: true,
      id: true,
      formVersionId: true,
      form: { select: { type: { select: { slug: true, name: true } } } },
    },
  });
  if (!request || !rolesOn(actor, request).includes(correctorIn[view])) return null;
  const { summary, edition, formVersionId, form, status } = request;
  const isAgents = view === "agent";
  const fields = await (isAgents ? readWholeForm(formVersionId) : readFormVersion(formVersionId));
  if (!fields) return null;
  const ofAgents = isAgents ? await readAgentAnswers(db(), request.id) : null;
  const answers = request.answers as Answers;
  return {
    reference: referenceOf(request.number, settings),
    summary,
    answers,
    status,
    isOpen: isOpen(status),
    edition,
    formVersionId,
    typeSlug: form.type.slug,
    typeName: form.type.name,
    requesterId: request.requesterId,
    fields: withChosen(fields, { ...answers, ...ofAgents?.answers }),
    ofAgents,
  };
}
