import "server-only";
import { isAgent, type PersonActor, seesAll } from "../actor";
import { db } from "../db";
import { numberOf } from "../requests/reference";

/** When a request was deleted, for those who could read it; null for everybody else, and where there was none. */
export async function readTombstone(actor: PersonActor, reference: string): Promise<Date | null> {
  const number = numberOf(reference);
  const tombstone = number && (await db().tombstone.findUnique({ where: { number } }));
  if (!tombstone) return null;
  const { personIds, organisationId, teamId, deletedAt } = tombstone;
  const couldRead =
    seesAll(actor) ||
    personIds.includes(actor.id) ||
    (organisationId !== null && (await manages(actor, organisationId))) ||
    (isAgent(actor) && teamId !== null && (await isIn(actor, teamId)));
  return couldRead ? deletedAt : null;
}

const manages = async ({ id: personId }: PersonActor, organisationId: string) =>
  (await db().organisationMember.findFirst({
    where: { organisationId, personId, isManager: true },
    select: { personId: true },
  })) !== null;

const isIn = async ({ id: personId }: PersonActor, teamId: string) =>
  (await db().teamMember.findUnique({
    where: { teamId_personId: { teamId, personId } },
    select: { teamId: true },
  })) !== null;
