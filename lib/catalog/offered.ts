import "server-only";
import { isAgent } from "../actor";
import { db } from "../db";
import type { Act } from "../events/act";
import { spokenLanguage } from "../messages/languages";
import { notFound, refuse } from "../refusal";
import { type Audience, type CatalogReader, isOfferedTo } from "./audience";
import { keepPart, readCatalogVersion } from "./kept";
import { inLanguage, translationsOf } from "./translations";

/** What requests can be raised of: no drafts, and nothing that is archived. */
export const inUse = { publishedAt: { not: null }, archivedAt: null } as const;
export const offered = { ...inUse, category: { archivedAt: null } } as const;

export const audienceColumns = {
  audience: true,
  organisations: { select: { organisation: { select: { slug: true } } } },
} as const;

type AudienceRow = {
  audience: Audience["audience"];
  organisations: { organisation: { slug: string } }[];
};

export const audienceOf = ({ audience, organisations }: AudienceRow): Audience => ({
  audience,
  organisations: organisations.map(({ organisation }) => organisation.slug),
});

/**
 * Nothing is raised of a type that is not offered, and nothing becomes one.
 * @param requesterId whose request it is
 * @throws Refusal not_found
 */
export async function requireOffered(
  { tx, actor }: Act,
  formVersionId: string,
  requesterId: string,
): Promise<void> {
  // Indexes: form_versions_pkey, organisation_members_personId_idx, type_organisations_pkey.
  const rows = await tx.$queryRaw<unknown[]>`
    select from form_versions f
    join request_types t on t.id = f."typeId" join categories c on c.id = t."categoryId"
    where f.id = ${formVersionId}::uuid
      and t."publishedAt" is not null and t."archivedAt" is null and c."archivedAt" is null
      and case t.audience
        when 'everyone' then true
        when 'agents' then ${isAgent(actor)}
        else exists (
          select from organisation_members m
          join type_organisations x on x."organisationId" = m."organisationId" and x."typeId" = t.id
          join organisations o on o.id = m."organisationId" and o."archivedAt" is null
          where m."personId" = ${requesterId}::uuid)
      end`;
  if (rows.length === 0) throw refuse("form.gone");
}

/**
 * For a form to come, which an agent chooses for somebody.
 * @throws Refusal not_found (no agent), invalid (it is not offered to them)
 */
export async function requireOfferedFor(
  { tx, actor }: Act,
  type: string,
  requesterId: string,
): Promise<void> {
  if (!isAgent(actor)) throw notFound();
  const row = await tx.requestType.findFirst({
    where: { slug: type, ...offered },
    select: audienceColumns,
  });
  const own = await tx.organisationMember.findMany({
    where: { personId: requesterId, organisation: { archivedAt: null } },
    select: { organisation: { select: { slug: true } } },
  });
  const reader = { isAgent: true, organisations: own.map(({ organisation }) => organisation.slug) };
  if (!row || !isOfferedTo(reader, audienceOf(row)))
    throw refuse("type.not_for_customer", {}, { field: "type" });
}

type TypeChoice = { value: string; label: string };

/** Every type by its name that there can be requests of, archived ones too. */
export async function listTypes(version?: string, language?: string): Promise<TypeChoice[]> {
  return (await readTypes(version, language)).map(({ choice }) => choice);
}

/** Without those that this reader is not to know of. */
export async function listTypesFor(
  reader: CatalogReader,
  version?: string,
  language?: string,
): Promise<TypeChoice[]> {
  const types = await readTypes(version, language);
  return types.filter(({ seen }) => isOfferedTo(reader, seen)).map(({ choice }) => choice);
}

async function readTypes(
  version: string | undefined,
  tag = "",
): Promise<{ choice: TypeChoice; seen: Audience }[]> {
  const language = tag && spokenLanguage(tag);
  return keepPart(version ?? (await readCatalogVersion()), `types ${language}`, async () => {
    const types = await db().requestType.findMany({
      where: { publishedAt: { not: null } },
      orderBy: { name: "asc" },
      select: { slug: true, name: true, translations: true, ...audienceColumns },
    });
    const named = types.map(({ slug, name, translations, ...row }) => ({
      choice: { value: slug, label: inLanguage({ name }, translationsOf(translations), language).name },
      seen: audienceOf(row),
    }));
    if (language === "") return named;
    const { compare } = new Intl.Collator(language);
    return named.sort((one, other) => compare(one.choice.label, other.choice.label));
  });
}
