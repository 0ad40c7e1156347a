import "server-only";
import type { Act } from "../events/act";
import { onlyAdmins } from "../only-admins";
import { notFound } from "../refusal";

const inOrder = [{ position: "asc" }, { id: "asc" }] as const;

/** All categories and types in their order. Nobody else changes the catalog until the act ends. @throws Refusal not_found (no admin) */
export async function lockCatalog({ tx, actor }: Act) {
  onlyAdmins(actor);
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('catalog', 0))`;
  const categories = await tx.category.findMany({ orderBy: [...inOrder] });
  const types = await tx.requestType.findMany({ orderBy: [...inOrder] });
  return { categories, types };
}

type Catalog = Awaited<ReturnType<typeof lockCatalog>>;
export type StoredCategory = Catalog["categories"][number];
export type StoredType = Catalog["types"][number];

/** @throws Refusal not_found (no admin, no such category) */
export async function loadCategory(act: Act, slug: string) {
  const catalog = await lockCatalog(act);
  const category = catalog.categories.find(one => one.slug === slug);
  if (!category) throw notFound();
  return { ...catalog, category };
}

/** @throws Refusal not_found (no admin, no such type) */
export async function loadType(act: Act, slug: string) {
  const catalog = await lockCatalog(act);
  const type = catalog.types.find(one => one.slug === slug);
  if (!type) throw notFound();
  const category = catalog.categories.find(({ id }) => id === type.categoryId) as StoredCategory;
  return { ...catalog, type, category };
}

/** Whether requests of it can be raised. */
export const isInUse = (type: StoredType, category: StoredCategory): boolean =>
  type.publishedAt !== null && type.archivedAt === null && category.archivedAt === null;
