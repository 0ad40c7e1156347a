import "server-only";
import { type Act, record, recordChanges } from "../events/act";
import { TagColour } from "../generated/enums";
import { onlyAdmins } from "../only-admins";
import { refuse } from "../refusal";
import { freeSlug, slugOf } from "../text/slug";
import { type AddTagInput, type ChangeTagInput, type ShiftTagInput, tagLimits } from "./input";
import { loadTag, lockTags, type StoredTag, tagNamed } from "./load";

/**
 * Adds a tag behind the others; returns its slug, which is made of its name unless it is given.
 * @throws Refusal not_found (no admin), invalid (name or slug taken, too many)
 */
export async function addTag(act: Act, { name, colour }: AddTagInput, slug?: string): Promise<string> {
  onlyAdmins(act.actor);
  return (await makeTag(act, await lockTags(act), name, colour, slug)).slug;
}

/** @param tags all, locked. @param colour otherwise the one that the fewest have. @throws Refusal invalid (name taken, too many) */
export async function makeTag(
  act: Act,
  tags: StoredTag[],
  name: string,
  colour: TagColour = rarestOf(tags),
  given?: string,
): Promise<{ id: string; slug: string }> {
  requireRoom(tags);
  requireOwnName(tags, name);
  const taken = tags.map(({ slug }) => slug);
  if (given !== undefined && taken.includes(given)) throw refuse("slug.taken", { slug: given });
  const slug = given ?? freeSlug(slugOf(name, "tag"), taken);
  const position = 1 + Math.max(0, ...tags.map(other => other.position));
  const { id } = await act.tx.tag.create({
    data: { slug, name, colour, position, createdAt: act.at },
    select: { id: true },
  });
  await recordChanges(act, "tag_created", [{ key: "name", before: null, after: name }], {}, { tagId: id });
  return { id, slug };
}

/** Its slug stays. @throws Refusal not_found, invalid (name taken) */
export async function changeTag(act: Act, { slug, name, colour }: ChangeTagInput): Promise<void> {
  const { tag, tags } = await loadTag(act, slug);
  if (tag.name === name && tag.colour === colour) return;
  requireOwnName(
    tags.filter(({ id }) => id !== tag.id),
    name,
  );
  await act.tx.tag.updateMany({ where: { id: tag.id }, data: { name, colour } });
  const changes = tag.name === name ? [] : [{ key: "name", before: tag.name, after: name }];
  await recordChanges(act, "tag_changed", changes, {}, { tagId: tag.id, colour });
}

/** Nobody is offered an archived one; requests that have it keep it. @throws Refusal not_found, invalid (too many) */
export async function archiveTag(
  act: Act,
  { slug, isArchived }: { slug: string; isArchived: boolean },
): Promise<void> {
  const { tag, tags } = await loadTag(act, slug);
  if (isArchived === (tag.archivedAt !== null)) return;
  if (!isArchived) requireRoom(tags);
  await act.tx.tag.updateMany({
    where: { id: tag.id },
    data: { archivedAt: isArchived ? act.at : null },
  });
  await record(act, isArchived ? "tag_archived" : "tag_restored", { tagId: tag.id }, {});
}

/** Changes places with its neighbour in use; the first and the last stay. @throws Refusal not_found (archived, too) */
export async function shiftTag(act: Act, { slug, to }: ShiftTagInput): Promise<void> {
  const { tag, tags } = await loadTag(act, slug);
  const shown = tags.filter(({ archivedAt }) => archivedAt === null);
  const place = shown.findIndex(({ id }) => id === tag.id);
  const other = shown[to === "earlier" ? place - 1 : place + 1];
  if (place < 0 || !other) return;
  for (const [{ id }, { position }] of [[tag, other] as const, [other, tag] as const])
    await act.tx.tag.updateMany({ where: { id }, data: { position } });
  await record(act, "tag_shifted", { tagId: tag.id, to }, {});
}

function requireRoom(tags: StoredTag[]): void {
  const used = tags.filter(({ archivedAt }) => archivedAt === null);
  if (used.length >= tagLimits.tags) throw refuse("tag.too_many", { max: tagLimits.tags }, { field: "name" });
}

function requireOwnName(others: StoredTag[], name: string): void {
  if (tagNamed(others, name)) throw refuse("tag.name_taken", { name }, { field: "name" });
}

function rarestOf(tags: StoredTag[]): TagColour {
  const countOf = (colour: TagColour) => tags.filter(tag => tag.colour === colour).length;
  return Object.values(TagColour).reduce((one, other) => (countOf(other) < countOf(one) ? other : one));
}
