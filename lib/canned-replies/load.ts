import "server-only";
import type { Act } from "../events/act";
import type { Subject } from "../events/types";
import { notFound, refuse } from "../refusal";
import { mayChange, type OwnerId, visibleReplies } from "./owner";

/** @throws Refusal not_found, forbidden */
export async function loadReply({ actor, tx }: Act, id: string) {
  const reply = await tx.cannedReply.findFirst({
    where: { AND: [{ id }, visibleReplies(actor)] },
    select: { personId: true, teamId: true, isArchived: true },
  });
  if (!reply) throw notFound();
  if (!(await mayChange(actor, reply, tx)))
    throw refuse(reply.teamId === null ? "canned.not_yours" : "canned.not_lead");
  return reply;
}

/** All of an owner's in their order; names, slugs and places stay as they are until the act ends. */
export async function lockReplies({ tx }: Act, { personId, teamId }: OwnerId) {
  const owner = personId ?? teamId ?? "desk";
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('canned_replies ' || ${owner}, 0))`;
  return tx.cannedReply.findMany({
    where: { personId, teamId },
    orderBy: [{ position: "asc" }, { id: "asc" }], // index canned_replies_in_order
    select: { id: true, slug: true, name: true, position: true, isArchived: true },
  });
}

/** A person where the reply is theirs. */
export const subjectOf = (personId: string | null): Subject => (personId === null ? {} : { personId });
