import "server-only";
import { Prisma } from "../db";
import { type Act, recordChanges } from "../events/act";

const { sql } = Prisma;

const tables = {
  tags: sql`tags`,
  teams: sql`teams`,
  organisations: sql`organisations`,
  lists: sql`choice_lists`,
  categories: sql`categories`,
  types: sql`request_types`,
  canned_replies: sql`canned_replies`,
  views: sql`saved_views`,
  help_articles: sql`help_articles`,
};
export type Ordered = keyof typeof tables;

/** @param rows all of them in their order; those that are not in `slugs` keep to the end, once anything moves */
export async function putInOrder(
  act: Act,
  of: Ordered,
  rows: { id: string; slug: string }[],
  slugs: string[],
): Promise<void> {
  const places = new Map(slugs.map((slug, place) => [slug, place]));
  const placeOf = ({ slug }: { slug: string }) => places.get(slug) ?? Number.POSITIVE_INFINITY;
  const named = rows.filter(({ slug }) => places.has(slug));
  const wanted = named.toSorted((one, other) => placeOf(one) - placeOf(other));
  if (wanted.every((row, place) => row === named[place])) return;
  const all = [...wanted, ...rows.filter(({ slug }) => !places.has(slug))];
  await act.tx.$executeRaw`
    update ${tables[of]} x set position = p.place
    from unnest(${all.map(({ id }) => id)}::uuid[]) with ordinality p (id, place)
    where x.id = p.id and x.position <> p.place`;
  const [before, after] = [rows, all].map(list => list.map(({ slug }) => slug));
  const changes = [{ key: "order", before: before ?? null, after: after ?? null }];
  await recordChanges(act, "order_set", changes, {}, { of });
}
