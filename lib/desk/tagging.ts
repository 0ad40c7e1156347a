import "server-only";
import { type Act, byPerson, record } from "../events/act";
import { refuse } from "../refusal";
import { loadRequest } from "../requests/load";
import { can } from "../requests/policy";
import { tagLimits } from "../tags/input";
import { lockTags, tagNamed } from "../tags/load";
import { makeTag } from "../tags/tags";
import type { TagByNameInput, TagInput } from "./input";

/**
 * Adds a tag that is in use; nothing happens if the request has it.
 * @throws Refusal not_found, forbidden, invalid (no such tag, too many on the request)
 */
export async function tagRequest(act: Act, { reference, tag: slug }: TagInput): Promise<void> {
  const { id } = await load(act, reference);
  const tag = await act.tx.tag.findFirst({ where: { slug, archivedAt: null }, select: { id: true } });
  if (!tag) throw refuse("tag.gone", {}, { field: "tag" });
  await add(act, id, tag.id);
}

/**
 * Adds the tag of this name, and makes it if its writer says that it is new: agents need no operator for that.
 * @throws Refusal not_found, forbidden, invalid (no such tag and not said to be new, archived, too many)
 */
export async function tagByName(act: Act, { reference, name, isNew }: TagByNameInput): Promise<void> {
  const { id } = await load(act, reference);
  const tags = await lockTags(act);
  const known = tagNamed(tags, name);
  if (known?.archivedAt) throw refuse("tag.archived", { name: known.name }, { field: "name" });
  if (!known && !isNew) throw refuse("tag.unknown", { name }, { field: "name" });
  await add(act, id, (known ?? (await makeTag(act, tags, name))).id);
}

/** Also an archived one; nothing happens if the request has it not. @throws Refusal not_found, forbidden */
export async function untagRequest(act: Act, { reference, tag: slug }: TagInput): Promise<void> {
  const { id: requestId } = await load(act, reference);
  const tag = await act.tx.tag.findUnique({ where: { slug }, select: { id: true } });
  const { count } = await act.tx.requestTag.deleteMany({ where: { requestId, tag: { slug } } });
  if (tag && count > 0) await record(act, "tag_removed", { tagId: tag.id }, { requestId });
}

async function load(act: Act, reference: string) {
  byPerson(act);
  const request = await loadRequest(act, reference);
  if (!can(act, "tag", request)) throw refuse("tag.agents_only");
  return request;
}

async function add(act: Act, requestId: string, tagId: string): Promise<void> {
  const has = await act.tx.requestTag.count({ where: { requestId } }); // request_tags_pkey
  const { count } = await act.tx.requestTag.createMany({
    data: [{ requestId, tagId }],
    skipDuplicates: true,
  });
  if (count === 0) return;
  if (has >= tagLimits.onRequest)
    throw refuse("tag.too_many_on_request", { max: tagLimits.onRequest }, { field: "name" });
  await record(act, "tag_added", { tagId }, { requestId });
}
