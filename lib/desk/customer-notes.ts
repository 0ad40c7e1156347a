import "server-only";
import { type Act, byPerson, record } from "../events/act";
import { refuse } from "../refusal";
import { loadRequest } from "../requests/load";
import { can } from "../requests/policy";
import {
  type AddCustomerNoteInput,
  type ChangeCustomerNoteInput,
  customerNoteLimits,
  type RemoveCustomerNoteInput,
} from "./input";

// Whoever sees one of a customer's requests as an agent writes, changes and removes what is known about them.

/** @throws Refusal not_found, forbidden, invalid (too many) */
export async function addCustomerNote(act: Act, { reference, body }: AddCustomerNoteInput): Promise<void> {
  const { personId, writerId } = await load(act, reference);
  // Of two agents who add one at once, the second counts the first one's.
  await act.tx.$queryRaw`select id from people where id = ${personId}::uuid for no key update`;
  const has = await act.tx.customerNote.count({ where: { personId } }); // index customer_notes_of_person
  if (has >= customerNoteLimits.notes)
    throw refuse("customer_note.too_many", { max: customerNoteLimits.notes }, { field: "body" });
  const { id } = await act.tx.customerNote.create({
    data: { personId, writerId, writtenAt: act.at, body },
    select: { id: true },
  });
  await record(act, "customer_note_added", { customerNoteId: id }, { personId });
}

/** @throws Refusal not_found, forbidden, conflict (changed or removed since) */
export async function changeCustomerNote(
  act: Act,
  { reference, note: id, version, body }: ChangeCustomerNoteInput,
): Promise<void> {
  const { personId, writerId } = await load(act, reference);
  const { count } = await act.tx.customerNote.updateMany({
    where: { id, personId, version },
    data: { body, writerId, writtenAt: act.at, version: { increment: 1 } },
  });
  if (count === 0) throw await changedSince(act, id, personId);
  await record(act, "customer_note_changed", { customerNoteId: id }, { personId });
}

/** @throws Refusal not_found, forbidden, conflict (changed or removed since) */
export async function removeCustomerNote(
  act: Act,
  { reference, note: id, version }: RemoveCustomerNoteInput,
): Promise<void> {
  const { personId } = await load(act, reference);
  const { count } = await act.tx.customerNote.deleteMany({ where: { id, personId, version } });
  if (count === 0) throw await changedSince(act, id, personId);
  await record(act, "customer_note_removed", { customerNoteId: id }, { personId });
}

async function load(act: Act, reference: string): Promise<{ personId: string; writerId: string }> {
  const { actor } = byPerson(act);
  const request = await loadRequest(act, reference);
  if (!can(act, "know customer", request)) throw refuse("customer_note.agents_only");
  return { personId: request.requesterId, writerId: actor.id };
}

/** Sent once more, the form overrides what it says now. */
async function changedSince({ tx }: Act, id: string, personId: string) {
  const note = await tx.customerNote.findFirst({
    where: { id, personId },
    select: { body: true, version: true },
  });
  if (!note) return refuse("customer_note.gone");
  const { body: present, version } = note;
  return refuse("customer_note.changed", { present }, { field: "body", corrections: { version } });
}
