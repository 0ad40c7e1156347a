import "server-only";
import { idOf } from "../actor";
import { type Act, record } from "../events/act";
import { refuse } from "../refusal";
import { loadPerson, requireOtherAdmin } from "./admins";
import { requireNoErasure } from "./erased";
import { endSessionsOf } from "./sessions";

/**
 * Logs them out everywhere and keeps them out. Nothing where somebody was faster.
 * @throws Refusal not_found (no admin, nobody), conflict (the last admin who can log in), forbidden (oneself)
 */
export async function suspend(act: Act, id: string): Promise<void> {
  const { person, admins } = await loadPerson(act, id);
  if (person.suspendedAt) return;
  if (idOf(act.actor) === id) throw refuse("person.oneself");
  if (person.role === "admin") requireOtherAdmin(admins, person);
  await act.tx.person.update({ where: { id }, data: { suspendedAt: act.at }, select: { id: true } });
  await endSessionsOf(act, id);
  await record(act, "person_suspended", {}, { personId: id });
}

/** They can log in again; their sessions stay ended. @throws Refusal not_found, conflict (being erased) */
export async function restore(act: Act, id: string): Promise<void> {
  const { person } = await loadPerson(act, id);
  if (!person.suspendedAt) return;
  await requireNoErasure(act, id);
  await act.tx.person.update({ where: { id }, data: { suspendedAt: null }, select: { id: true } });
  await record(act, "person_restored", {}, { personId: id });
}

/** @param keptId the session that asks, if it is theirs. @throws Refusal not_found */
export async function logOutEverywhere(act: Act, id: string, keptId: string | null = null): Promise<void> {
  await loadPerson(act, id);
  const count = await endSessionsOf(act, id, keptId);
  if (count > 0) await record(act, "sessions_ended", { count }, { personId: id });
}
