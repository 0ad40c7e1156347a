import { randomBytes } from "node:crypto";
import type { PersonActor } from "@/lib/actor";
import { createReply } from "@/lib/canned-replies/change";
import type { Owner } from "@/lib/canned-replies/paths";
import { db } from "@/lib/db";
import { anAdmin, run } from "./factories";

type Wishes = { name?: string; keywords?: string; body?: string; by?: PersonActor; team?: string };

/** A team's or somebody's own if it says whose, or else the desk's. */
export async function aReply({ by, team, name, keywords, body = "Hello." }: Wishes = {}) {
  const owner: Owner = team ? { team } : by ? "person" : "desk";
  const actor = by ?? (await anAdmin());
  const words = { name: name ?? `Reply ${randomBytes(5).toString("hex")}`, keywords, body };
  const slug = await run(actor, act => createReply(act, owner, words));
  const of = team ? { team: { slug: team } } : { personId: by?.id ?? null, teamId: null };
  return db().cannedReply.findFirstOrThrow({ where: { slug, ...of } });
}

export const textOf = async (replyId: string) =>
  (await db().cannedText.findFirstOrThrow({ where: { replyId, language: "en" } })).body;
