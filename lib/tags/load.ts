import "server-only";
import type { Act } from "../events/act";
import { onlyAdmins } from "../only-admins";
import { notFound } from "../refusal";

/** All tags in their order. Their names, slugs and places stay as they are until the act ends. */
export async function lockTags({ tx }: Act) {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('tags', 0))`;
  return tx.tag.findMany({
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, slug: true, name: true, colour: true, position: true, archivedAt: true },
  });
}

/** With all tags. @throws Refusal not_found (no admin, no such tag) */
export async function loadTag(act: Act, slug: string) {
  onlyAdmins(act.actor);
  const tags = await lockTags(act);
  const tag = tags.find(one => one.slug === slug);
  if (!tag) throw notFound();
  return { tag, tags };
}

export type StoredTag = Awaited<ReturnType<typeof lockTags>>[number];

/** Names differ in more than capitals. */
export const tagNamed = <T extends { name: string }>(tags: T[], name: string): T | undefined =>
  tags.find(tag => tag.name.toLowerCase() === name.toLowerCase());
