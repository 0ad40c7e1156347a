import { randomBytes } from "node:crypto";
import type { PersonActor } from "@/lib/actor";
import { createReply } from "@/lib/canned-replies/change";
import type { Owner } from "@/lib/canned-replies/owner";
import { db } from "@/lib/db";
import { anAdmin, run } from "./factories";

type Wishes = { name?: string; keywords?: string; body?: string; by?: PersonActor };

/** Somebody's own if it says whose, or else the desk's. */
export async function aReply({ by, name, keywords, body = "Hello." }: Wishes = {}) {
  const owner: Owner = by ? "person" : "desk";
  const actor = by ?? (await anAdmin());
  const words = { name: name ?? `Reply ${randomBytes(5).toString("hex")}`, keywords, body };
  const slug = await run(actor, act => createReply(act, owner, words));
  return db().cannedReply.findFirstOrThrow({ where: { slug, personId: by?.id ?? null } });
}

export const textOf = async (replyId: string) =>
  (await db().cannedText.findFirstOrThrow({ where: { replyId, language: "en" } })).body;
