import "server-only";
import { db, type Tx } from "../db";
import { type Act, record } from "../events/act";
import { onlyOperator } from "../only-admins";
import { refuse } from "../refusal";
import { lockStage, storeStage } from "../set-up-stage";
import { makeSetUpLink } from "./link";

/** What ending the demo story would remove. */
export type StorySize = { people: number; requests: number };

const made = { type: "person_created", part: "demo" };

async function readCast(tx: Tx): Promise<string[]> {
  const events = await tx.event.findMany({ where: made, select: { personId: true } });
  return events.flatMap(({ personId }) => personId ?? []);
}

export async function readStorySize(): Promise<StorySize> {
  const cast = await readCast(db());
  const requests = await db().serviceRequest.count({ where: { requesterId: { in: cast } } });
  return { people: cast.length, requests };
}

/**
 * Removes the people of the demo story and what they wrote; settings, catalog, teams and the like stay. Where no admin is
 * left who can log in, the desk is to be set up, and the link for that is returned.
 * @throws Refusal forbidden (no operator), not_found (there is no story)
 */
export async function endStory(act: Act): Promise<string | null> {
  const { tx, actor, at } = act;
  onlyOperator(actor);
  await lockStage(tx);
  if ((await readCast(tx)).length === 0) throw refuse("story.none");
  await tx.$queryRaw`select end_story() as count`;
  await record(act, "story_ended", {}, {});
  const isLeft = await tx.person.findFirst({
    where: { role: "admin", suspendedAt: null },
    select: { id: true },
  });
  if (isLeft) return null;
  await storeStage(tx, "fresh", at);
  await record(act, "set_up_reached", { stage: "fresh" }, {});
  return makeSetUpLink(act);
}
