import "server-only";
import type { Act } from "../events/act";
import { onlyAdmins } from "../only-admins";
import { notFound, refuse } from "../refusal";

/**
 * Locks the admins who can log in until the act ends, so that what two of them do to each other has an order. Returns
 * their ids. @throws Refusal not_found for a person who is none of them, maybe since a moment ago
 */
export async function holdAdmins({ tx, actor }: Act): Promise<string[]> {
  if (actor.kind === "system") onlyAdmins(actor);
  const admins = await tx.$queryRaw<{ id: string }[]>`
    select id from people where role = 'admin' and "suspendedAt" is null order by id for no key update`;
  const ids = admins.map(({ id }) => id);
  if (actor.kind === "person" && !ids.includes(actor.id)) throw notFound();
  return ids;
}

/** @param admins as `holdAdmins` returns them. @throws Refusal conflict (nobody but this person is among them) */
export function requireOtherAdmin(admins: string[], { id, email }: { id: string; email: string }): void {
  if (!admins.some(admin => admin !== id)) throw refuse("person.last_admin", { email });
}

/** Somebody whom an admin acts on, with the admins; both stay as they are until the act ends. @throws Refusal not_found */
export async function loadPerson(act: Act, id: string) {
  const admins = await holdAdmins(act);
  await act.tx.$queryRaw`select id from people where id = ${id}::uuid for no key update`;
  const person = await act.tx.person.findUnique({
    where: { id },
    select: { id: true, email: true, role: true, suspendedAt: true, awaitsSignUp: true },
  });
  if (!person) throw notFound();
  return { person, admins };
}
