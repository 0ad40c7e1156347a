import "server-only";
import type { Actor } from "../actor";
import { sendFiles } from "../attachments/store";
import { describeAnswers } from "../catalog/describe";
import type { Answer, Answers, Field, GivenAnswers } from "../catalog/fields";
import { keepZones } from "../catalog/moments";
import { fieldsFor } from "../catalog/own-fields";
import { fieldsOf, readFormVersion } from "../catalog/queries";
import { searchTextOf } from "../catalog/search-text";
import { db } from "../db";
import { type Act, recordChanges } from "../events/act";
import { readChanges } from "../events/stored";
import type { Change } from "../events/types";
import type { Status } from "../generated/enums";
import { type Message, message, type Refusal, refuse } from "../refusal";
import { readDeskSettings } from "../settings";
import { nameFiles } from "./attachments";
import { type Content, changesBetween, editionTypes } from "./changes";
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
};

/**
 * Counts as activity, but moves nothing in the queue; unchanged values record nothing.
 * @throws Refusal not_found, forbidden (neither the requester nor an agent; not open), conflict (corrected, or of another type, since),
 *   invalid
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
      form: { select: { id: true, fields: true } },
    },
  });
  if (present.formVersionId !== input.formVersionId) throw await refusalOfForm(act, request.id, input);

  const fields = fieldsOf(present.form);
  const said: Content = { summary: present.summary, answers: present.answers as Answers };
  const { answers, unsent } = await nameFiles(act, input.answers, { requestId: request.id });
  keepZones(fields, said.answers, answers);
  const changes = changesBetween(fields, said, { summary: input.summary, answers });
  if (changes.length === 0) return;
  if (input.edition !== request.edition) await askAboutClashes(act, request, input, fields, changes);

  const { count } = await act.tx.serviceRequest.updateMany({
    where: { id: request.id, edition: request.edition, isOpen: true },
    data: {
      summary: input.summary,
      answers,
      searchText: searchTextOf(fields, answers),
      edition: { increment: 1 },
    },
  });
  if (count === 0) throw outdated(request, {});
  // Files that an answer no longer names stay with the request, because the history shows them.
  await sendFiles(act, unsent, { requestId: request.id });
  await recordChanges(act, "request_corrected", changes, { requestId: request.id }, {});
  const { formVersionId } = present;
  await followPriorityRule(act, request, { formVersionId, changes, answers });
}

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

/** Asks once before overwriting corrections made since the given edition. */
async function askAboutClashes(
  act: Act,
  request: LoadedRequest,
  { edition }: Correction,
  fields: Field[],
  changes: Change[],
): Promise<void> {
  const events = await act.tx.event.findMany({
    where: { requestId: request.id, type: { in: editionTypes } },
    orderBy: { id: "desc" }, // index events_of_request
    take: Math.min(Math.max(request.edition - edition, 1), 100),
    select: { id: true },
  });
  const ids = events.map(({ id }) => id);
  const changesOf = await readChanges(act.tx, ids);
  const corrected = ids.flatMap(id => changesOf(id).map(({ key }) => key));
  const clashes = changes.filter(({ key }) => corrected.includes(key));
  if (clashes.length === 0) return;
  const own = act.actor.kind === "person" ? fieldsFor(act.actor, fields) : fields;
  throw outdated(
    request,
    Object.fromEntries(
      clashes.map(({ key, before }) => [
        key === "summary" ? key : `answers.${key}`,
        [presentOf(own, key, before)],
      ]),
    ),
  );
}

function presentOf(fields: Field[], key: string, answer: Answer | null): Message {
  if (answer === null) return message("correction.emptied");
  const [line] = key === "summary" ? [{ value: String(answer) }] : describeAnswers(fields, { [key]: answer });
  const texts = [line?.value ?? String(answer)].flat();
  const ours = texts.filter(text => typeof text !== "string");
  if (ours.length > 0) return message("correction.changed", { present: ours });
  const words = texts.join(", ");
  const present = words.length > 300 ? `${words.slice(0, 300).toWellFormed()}…` : words;
  return message("correction.changed", { present });
}

/** Refuses once, with the current edition, so that sending it again is a decision. */
function outdated(request: LoadedRequest, fields: Record<string, Message[]>): Refusal {
  return refuse("correction.conflict", {}, { fields, corrections: { edition: request.edition } });
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
  fields: Field[];
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
      formVersionId: true,
      form: { select: { type: { select: { slug: true, name: true } } } },
    },
  });
  if (!request || !rolesOn(actor, request).includes(correctorIn[view])) return null;
  const { summary, edition, formVersionId, form, status } = request;
  const fields = await readFormVersion(formVersionId);
  if (!fields) return null;
  return {
    reference: referenceOf(request.number, settings),
    summary,
    answers: request.answers as Answers,
    status,
    isOpen: isOpen(status),
    edition,
    formVersionId,
    typeSlug: form.type.slug,
    typeName: form.type.name,
    requesterId: request.requesterId,
    fields,
  };
}
