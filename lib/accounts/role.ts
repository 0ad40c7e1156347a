import "server-only";
import { idOf, type Role } from "../actor";
import { type Act, record } from "../events/act";
import { refuse } from "../refusal";
import { loadPerson, requireOtherAdmin } from "./admins";

type RoleChange = {
  person: string;
  /** What it was taken for. */
  from: Role;
  to: Role;
  /** Their own address, typed by an admin who gives up administration: they cannot take it back. */
  confirmation?: string;
};

/**
 * Holds at once for every open page. What is assigned to them stays so.
 * @throws Refusal not_found (no admin, nobody), conflict (changed meanwhile, no account yet, the last admin), invalid (not
 * confirmed)
 */
export async function changeRole(
  act: Act,
  { person: id, from, to, confirmation }: RoleChange,
): Promise<void> {
  const { person, admins } = await loadPerson(act, id);
  if (person.role === to) return;
  if (person.role !== from)
    throw refuse("person.role_changed", { role: { code: `people.role.${person.role}` } });
  if (person.awaitsSignUp) throw refuse("person.no_account", {}, { field: "to" });
  if (person.role === "admin" && person.suspendedAt === null) {
    requireOtherAdmin(admins, person);
    if (idOf(act.actor) === id && confirmation?.trim().toLowerCase() !== person.email)
      throw refuse("person.unconfirmed", { email: person.email }, { field: "confirmation" });
  }
  await act.tx.person.update({ where: { id }, data: { role: to }, select: { id: true } });
  await record(act, "person_role_changed", { from, to }, { personId: id });
}
