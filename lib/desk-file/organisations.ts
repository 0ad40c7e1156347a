import "server-only";
import { z } from "zod";
import type { Act } from "../events/act";
import { addDomain, removeDomain } from "../organisations/domains";
import { domainInput, nameInput } from "../organisations/input";
import { lockPlaces } from "../organisations/load";
import { addMember, removeMember, setManager } from "../organisations/members";
import { addOrganisation, archiveOrganisation, renameOrganisation } from "../organisations/organisations";
import { bringList } from "./bring";
import { addressesInput, archivedInput, listOf, setOf, slugInput } from "./input";
import { findPeople, keepKnown } from "./people";
import type { Path } from "./remark";
import type { Guide, Section } from "./section";

const organisation = z.strictObject({
  slug: slugInput,
  name: nameInput,
  archived: archivedInput,
  domains: setOf(domainInput),
  /** Those who belong to it by hand. */
  members: addressesInput,
  managers: addressesInput,
});
type Organisation = z.output<typeof organisation>;
type People = Awaited<ReturnType<typeof findPeople>>;

export const organisations: Section<Organisation[]> = {
  schema: listOf(organisation, false),

  async read(tx) {
    const rows = await tx.organisation.findMany({
      orderBy: [{ position: "asc" }, { id: "asc" }], // index organisations_in_order
      select: {
        ...{ slug: true, name: true, archivedAt: true },
        domains: { select: { domain: true } },
        members: {
          where: { OR: [{ isByHand: true }, { isManager: true }] },
          select: { isByHand: true, isManager: true, person: { select: { email: true } } },
        },
      },
    });
    return rows.map(({ slug, name, archivedAt, domains, members }) => {
      const those = (key: "isByHand" | "isManager") =>
        members.flatMap(member => (member[key] ? [member.person.email] : [])).sort();
      return {
        ...{ slug, name, ...(archivedAt && { archived: true as const }) },
        domains: domains.map(({ domain }) => domain).sort(),
        ...{ members: those("isByHand"), managers: those("isManager") },
      };
    });
  },

  async apply(act, wanted, guide) {
    await lockPlaces(act);
    const now = await organisations.read(act.tx);
    const people = await findPeople(
      act.tx,
      [...wanted, ...now].flatMap(({ members, managers }) => [...members, ...managers]),
    );
    const known = wanted.map((one, index) => {
      const path = ["organisations", index];
      const members = keepKnown(people, guide, [...path, "members"], one.members);
      return { ...one, members, managers: keepKnown(people, guide, [...path, "managers"], one.managers) };
    });
    await freeDomains(act, known, now);
    const list = {
      of: "organisations" as const,
      path: ["organisations"],
      wanted: known,
      now,
      isNeeded: true as const,
    };
    await bringList(act, guide, list, {
      rows: () => act.tx.organisation.findMany({ orderBy, select: { id: true, slug: true } }),
      async add(one, path) {
        await addOrganisation(act, { name: one.name }, one.slug);
        await setUp(act, guide, path, one, { domains: [], members: [] }, people);
      },
      async change(one, before, path) {
        await renameOrganisation(act, one);
        await setUp(act, guide, path, one, before, people);
      },
      archive: (slug, isArchived) => archiveOrganisation(act, { slug, isArchived }),
    });
  },
};

const orderBy = [{ position: "asc" }, { id: "asc" }] as const satisfies object[];

/** Before any is given away, so that a domain can go from one to another. */
async function freeDomains(act: Act, wanted: Organisation[], now: Organisation[]): Promise<void> {
  const bySlug = new Map(wanted.map(one => [one.slug, one]));
  for (const { slug, domains } of now) {
    const kept = bySlug.get(slug)?.domains;
    for (const domain of kept ? domains : [])
      if (!kept?.includes(domain)) await removeDomain(act, { slug, domain });
  }
}

async function setUp(
  act: Act,
  guide: Guide,
  path: Path,
  { slug, domains, members, managers }: Organisation,
  before: Pick<Organisation, "domains" | "members">,
  people: People,
): Promise<void> {
  const idOf = (email: string) => people.get(email)?.id ?? "";
  for (const domain of domains)
    if (!before.domains.includes(domain))
      await guide.at([...path, "domains"], () => addDomain(act, { slug, domain }));
  for (const email of before.members)
    if (!members.includes(email)) await removeMember(act, { slug, person: idOf(email) });
  for (const email of members) if (!before.members.includes(email)) await addMember(act, { slug, email });
  const belonging = await act.tx.organisationMember.findMany({
    where: { organisation: { slug }, OR: [{ isManager: true }, { personId: { in: managers.map(idOf) } }] },
    select: { personId: true, isManager: true },
  });
  for (const email of managers) {
    const person = idOf(email);
    if (belonging.every(({ personId }) => personId !== person))
      throw guide.refuse([...path, "managers"], { code: "desk_file.no_member", params: { email } });
    await setManager(act, { slug, person, isManager: true });
  }
  for (const { personId: person, isManager } of belonging)
    if (isManager && !managers.some(email => idOf(email) === person))
      await setManager(act, { slug, person, isManager: false });
}
