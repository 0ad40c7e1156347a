import { randomUUID } from "node:crypto";
import { addCategory } from "@/lib/catalog/categories";
import { listCatalog, readType } from "@/lib/catalog/overview";
import { addType, publishType } from "@/lib/catalog/types";
import { db } from "@/lib/db";
import { anAdmin, run } from "./factories";

const mark = () => randomUUID().slice(0, 8);

/** Adds a category to the catalog; returns its slug. */
export const aCategory = async (name = `Category ${mark()}`): Promise<string> =>
  run(await anAdmin(), act => addCategory(act, { name, description: "" }));

/** Puts a category right behind another. Other tests add theirs at the end, where one could come in between. */
export async function putBehind(slug: string, name: string): Promise<void> {
  const { position } = await db().category.findFirstOrThrow({ where: { name }, select: { position: true } });
  // Of the same position, the younger one is behind.
  await db().category.update({ where: { slug }, data: { position } });
}

/** Adds a request type, published unless it is to be a draft; returns its slug. */
export async function aType(
  wishes: { name?: string; category?: string; isDraft?: boolean } = {},
): Promise<string> {
  const { name = `Type ${mark()}`, isDraft = false } = wishes;
  const category = wishes.category ?? (await aCategory());
  const admin = await anAdmin();
  const slug = await run(admin, act => addType(act, { category, name, question: "How can we help?" }));
  if (!isDraft) {
    const { version } = await readType(admin, slug);
    await run(admin, act => publishType(act, { slug, version }));
  }
  return slug;
}

/** The slugs of each category's types in their order, by its slug. */
export async function orderOf(...categories: string[]): Promise<string[][]> {
  const catalog = await listCatalog(await anAdmin());
  return categories.map(slug => catalog.find(one => one.slug === slug)?.types.map(type => type.slug) ?? []);
}
