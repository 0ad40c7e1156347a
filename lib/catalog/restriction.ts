import "server-only";
import { isDeepStrictEqual } from "node:util";
import { type Act, recordChanges } from "../events/act";
import { refuse } from "../refusal";
import type { AudienceInput } from "./input";
import { loadType } from "./load";

/**
 * Says whom the type is offered to. Whoever sees a request of it goes on seeing that.
 * @throws Refusal not_found, invalid (no such organisation, or none), conflict (changed since; offered when nothing else fits)
 */
export async function setAudience(
  act: Act,
  { slug, version, audience, organisations: named }: AudienceInput,
): Promise<void> {
  const { type } = await loadType(act, slug);
  if (type.isFallback && audience !== "everyone") throw refuse("audience.of_fallback");
  const wanted = audience === "organisations" ? await findOrganisations(act, named) : [];
  if (audience === "organisations" && wanted.length === 0)
    throw refuse("audience.nobody", {}, { field: "organisations" });
  const rows = await act.tx.typeOrganisation.findMany({
    where: { typeId: type.id },
    select: { organisation: { select: { id: true, slug: true } } },
  });
  const present = rows.map(({ organisation }) => organisation);
  const [before, after] = [slugsOf(present), slugsOf(wanted)];
  if (audience === type.audience && isDeepStrictEqual(before, after)) return;
  if (version !== type.version) throw refuse("type.changed", {}, { corrections: { version: type.version } });
  await act.tx.requestType.updateMany({
    where: { id: type.id },
    data: { audience, version: { increment: 1 } },
  });
  await act.tx.typeOrganisation.deleteMany({ where: { typeId: type.id } });
  await act.tx.typeOrganisation.createMany({
    data: wanted.map(({ id }) => ({ typeId: type.id, organisationId: id })),
  });
  const changes = isDeepStrictEqual(before, after) ? [] : [{ key: "organisations", before, after }];
  const data = { typeId: type.id, from: type.audience, to: audience };
  await recordChanges(act, "type_audience_set", changes, {}, data);
}

const slugsOf = (organisations: { slug: string }[]) => organisations.map(({ slug }) => slug).sort();

/** By name, or by what their addresses have where several have the name. */
async function findOrganisations({ tx }: Act, named: string[]) {
  const names = named.map(name => name.toLowerCase());
  // Indexes organisations_slug_key, organisations_by_name.
  const found = await tx.$queryRaw<{ id: string; slug: string; name: string }[]>`
    select id, slug, lower(name) as name from organisations
    where "archivedAt" is null and (slug = any(${names}) or lower(name) = any(${names}))`;
  const matches = names.map(name => {
    const bySlug = found.filter(({ slug }) => slug === name);
    return bySlug.length > 0 ? bySlug : found.filter(one => one.name === name);
  });
  const those = (isWrong: (count: number) => boolean) =>
    named.filter((_, index) => isWrong(matches[index]?.length ?? 0));
  const [unknown, ambiguous] = [those(count => count === 0), those(count => count > 1)];
  const field = "organisations";
  if (unknown.length > 0) throw refuse("audience.unknown", { names: { names: unknown } }, { field });
  if (ambiguous.length > 0) throw refuse("audience.ambiguous", { names: { names: ambiguous } }, { field });
  return [...new Map(matches.flat().map(one => [one.id, one])).values()];
}
