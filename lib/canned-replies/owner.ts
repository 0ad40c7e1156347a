import "server-only";
import { type Actor, idOf, isAgent, keepsDesk, type PersonActor } from "../actor";
import { db, type Prisma, type Tx } from "../db";
import { notFound } from "../refusal";
import type { Owner } from "./paths";

/** As a reply's row names its owner: with neither it is the whole desk's. */
export type OwnerId = { personId: string | null; teamId: string | null };

/** Its replies are offered to nobody while it is archived, and then nobody keeps them. */
const inUse = { archivedAt: null } as const;

/** Leads keep the replies of their teams, admins those of all. */
function keptTeams(actor: Actor): Prisma.TeamWhereInput {
  if (keepsDesk(actor)) return inUse;
  if (actor.kind !== "person") return { id: { in: [] } };
  return { ...inUse, members: { some: { personId: actor.id, isLead: true } } };
}

/** @throws Refusal not_found if the actor may not keep this owner's replies */
export async function ownerFor(
  actor: Actor,
  owner: Owner,
  tx: Tx = db(),
): Promise<OwnerId & { teamName: string | null }> {
  if (owner === "person") {
    if (actor.kind !== "person" || !isAgent(actor)) throw notFound();
    return { personId: actor.id, teamId: null, teamName: null };
  }
  if (owner === "desk") {
    if (!keepsDesk(actor)) throw notFound();
    return { personId: null, teamId: null, teamName: null };
  }
  if (!isAgent(actor) && !keepsDesk(actor)) throw notFound();
  const team = await tx.team.findFirst({
    where: { slug: owner.team, ...keptTeams(actor) },
    select: { id: true, name: true },
  });
  if (!team) throw notFound();
  return { personId: null, teamId: team.id, teamName: team.name };
}

/** Whether the actor keeps the replies of this owner, which they can see. */
export async function mayChange(actor: Actor, { personId, teamId }: OwnerId, tx: Tx): Promise<boolean> {
  if (teamId !== null) return (await tx.team.count({ where: { id: teamId, ...keptTeams(actor) } })) > 0;
  return personId === null ? keepsDesk(actor) : personId === idOf(actor);
}

/** What an actor may insert, and admins keep: none for customers. Agrees with `readInsertable`. */
export function visibleReplies(actor: Actor): Prisma.CannedReplyWhereInput {
  const ofDesk = { personId: null, teamId: null };
  if (actor.kind !== "person")
    return keepsDesk(actor) ? { OR: [ofDesk, { team: inUse }] } : { id: { in: [] } };
  if (!isAgent(actor)) return { id: { in: [] } };
  const team = keepsDesk(actor) ? inUse : { ...inUse, members: { some: { personId: actor.id } } };
  return { OR: [ofDesk, { personId: actor.id }, { team }] };
}

/** The teams that somebody leads, in their order. Index team_members_personId_idx. */
export const listLedTeams = (actor: PersonActor): Promise<{ slug: string; name: string }[]> =>
  db().team.findMany({
    where: { ...inUse, members: { some: { personId: actor.id, isLead: true } } },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { slug: true, name: true },
  });
