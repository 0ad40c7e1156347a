import "server-only";
import { loadPerson, requireOtherAdmin } from "../accounts/admins";
import { endSessionsOf } from "../accounts/sessions";
import { idOf } from "../actor";
import { days, later } from "../clock";
import { type Act, record } from "../events/act";
import { onlyAdmins } from "../only-admins";
import { refuse } from "../refusal";
import type { AskForErasureInput } from "./input";

/**
 * Suspends a person now and has them erased once the waiting period is over. `email` is their address, typed to confirm.
 * @throws Refusal not_found (no admin, nobody), forbidden (oneself), invalid (another address), conflict (asked before, the
 * last admin)
 */
export async function askForErasure(act: Act, { person: id, email }: AskForErasureInput): Promise<void> {
  onlyAdmins(act.actor);
  const { person, admins } = await loadPerson(act, id);
  if (idOf(act.actor) === id) throw refuse("erasure.oneself");
  if (await act.tx.erasure.findUnique({ where: { personId: id }, select: { personId: true } }))
    throw refuse("erasure.asked_before");
  if (email !== person.email) throw refuse("erasure.other_address", {}, { field: "email" });
  if (person.role === "admin") requireOtherAdmin(admins, person);
  const suspends = person.suspendedAt === null;
  const dueAt = later(act.at, days(act.settings.erasureDays));
  await act.tx.erasure.create({
    data: {
      personId: id,
      askedById: act.actor.kind === "person" ? act.actor.id : id,
      askedAt: act.at,
      dueAt,
      suspends,
    },
    select: { personId: true },
  });
  if (suspends) {
    await act.tx.person.update({ where: { id }, data: { suspendedAt: act.at }, select: { id: true } });
    await endSessionsOf(act, id);
  }
  await record(act, "erasure_asked", { dueAt: dueAt.toISOString(), suspends }, { personId: id });
}

/** The account is as it was before. @throws Refusal not_found (no admin, nobody), conflict (withdrawn or begun meanwhile) */
export async function withdrawErasure(act: Act, { person: id }: { person: string }): Promise<void> {
  onlyAdmins(act.actor);
  await loadPerson(act, id);
  const erasure = await act.tx.erasure.findUnique({
    where: { personId: id },
    select: { suspends: true, begunAt: true },
  });
  if (!erasure) throw refuse("erasure.withdrawn_before");
  if (erasure.begunAt) throw refuse("erasure.begun");
  await act.tx.erasure.deleteMany({ where: { personId: id } });
  if (erasure.suspends) await act.tx.person.updateMany({ where: { id }, data: { suspendedAt: null } });
  await record(act, "erasure_withdrawn", { restores: erasure.suspends }, { personId: id });
}

/** Returns the id of whoever has an address. @throws Refusal not_found (no admin), invalid (nobody has it) */
export async function findPerson(act: Act, { email }: { email: string }): Promise<string> {
  onlyAdmins(act.actor);
  const person = await act.tx.person.findUnique({ where: { email }, select: { id: true } });
  if (!person) throw refuse("erasure.nobody", {}, { field: "email" });
  return person.id;
}
