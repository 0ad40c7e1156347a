import "server-only";
import type { Tx } from "../db";
import type { Stored } from "../events/stored";
import type { Said } from "../messages/said";

export type Named = {
  nameOf: (personId: string | null) => string | Said;
  /** Null for a reader who may not know who is invited. */
  emailOf: (invitationId: string) => string | null;
};

type Row = { type: string; data: unknown; personId: string | null };

export async function readNamed(
  tx: Tx,
  events: readonly Stored<Row>[],
  { seesInvited }: { seesInvited: boolean },
): Promise<Named> {
  const people = events.flatMap(event => {
    if (event.type === "participant_removed") return event.personId ?? [];
    return event.type === "request_assigned" ? (event.data.toId ?? []) : [];
  });
  const invitations = events.flatMap(event => ("invitationId" in event.data ? event.data.invitationId : []));
  const [names, emails] = await Promise.all([
    people.length === 0
      ? []
      : tx.person.findMany({ where: { id: { in: people } }, select: { id: true, name: true } }),
    invitations.length === 0 || !seesInvited
      ? []
      : tx.invitation.findMany({ where: { id: { in: invitations } }, select: { id: true, email: true } }),
  ]);
  const nameById = new Map(names.map(({ id, name }) => [id, name]));
  const emailById = new Map(emails.map(({ id, email }) => [id, email]));
  return {
    nameOf: id => (id !== null && nameById.get(id)) || { code: "history.somebody" },
    emailOf: id => emailById.get(id) ?? null,
  };
}
