import { beforeAll, describe, expect, it } from "vitest";
import { captureQueries, planOf } from "@/bench/capture";
import { fill } from "@/bench/fill";
import type { PersonActor } from "@/lib/actor";
import { readAttention } from "@/lib/administration/attention";
import { listCatalog, readType } from "@/lib/catalog/overview";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { readDeskPage } from "@/lib/desk/agent-view";
import { findVisit } from "@/lib/entry/find-visit";
import { listOrganisations, readOrganisation } from "@/lib/organisations/read";
import { readPerson } from "@/lib/people/read";
import { makeTestDatabase } from "../support/databases";
import { aCustomer, anAdmin, aRequest, sessionOf } from "../support/factories";
import { anOrganisation } from "../support/organisations";
import { setSettings, settingsInUse } from "../support/settings";

// Indexes: organisations_in_order, organisations_slug_key, organisation_domains_organisationId_idx,
// organisation_members_pkey, organisations_by_name, organisation_members_in_order, organisation_members_personId_idx.
const growing = ["organisations", "organisation_domains", "organisation_members", "type_organisations"];

/** `isWhole`: a table of thousands may be the shortest way to the few dozen rows that are asked for. */
type Read = { read: (world: World) => Promise<unknown>; pages: number; isWhole?: true };
type World = { admin: PersonActor; member: PersonActor; session: string; slug: string; reference: string };

const reads: Record<string, Read> = {
  "the first page of organisations": { read: ({ admin }) => listOrganisations(admin), pages: 1_000 },
  "a page of them in the middle": { read: ({ admin }) => listOrganisations(admin, 2_500), pages: 1_000 },
  "an organisation": { read: ({ admin, slug }) => readOrganisation(admin, slug), pages: 100 },
  "a person who belongs to one": { read: ({ admin, member }) => readPerson(admin, member.id), pages: 200 },
  "the session of a member": { read: ({ session }) => findVisit(session), pages: 200 },
  "a request of an organisation": {
    read: ({ admin, reference }) => readDeskPage(admin, reference),
    pages: 400,
  },
  "all types for admins": { read: ({ admin }) => listCatalog(admin), pages: 400 },
  "a type that fifty organisations see": {
    read: ({ admin }) => readType(admin, "large-type-1"),
    pages: 800,
    isWhole: true,
  },
  "what needs attention": { read: ({ admin }) => readAttention(admin, now()), pages: 300 },
};

let world: World;

beforeAll(async () => {
  setSettings({ DATABASE_URL: await makeTestDatabase("large_set_up") });
  const [admin, member] = [await anAdmin(), await aCustomer()];
  const slug = await anOrganisation({ members: [member], domain: "quay.test" });
  const reference = await aRequest({ by: member, organisation: slug });
  world = { admin, member, session: await sessionOf(member), slug, reference };
  await db().$executeRaw`
    insert into organisations (id, slug, name, position, "createdAt")
    select gen_random_uuid(), 'large-' || n, 'Large ' || n, 1000 + n, now() from generate_series(1, 5000) n`;
  await db().$executeRaw`
    insert into organisation_domains (id, "organisationId", domain, "createdAt")
    select gen_random_uuid(), id, slug || '.test', now() from organisations where slug like 'large-%'`;
  await fill(settingsInUse().DATABASE_URL, { people: 4_000, requests: 200, commentsEach: 0 });
  await db().$executeRaw`
    insert into organisation_members ("organisationId", "personId", "isByHand", "addedAt")
    select o.id, p.id, true, now()
    from (select id, row_number() over () as n from organisations where slug like 'large-%') o
    join (select id, row_number() over () as n from people where role = 'customer') p using (n)
    on conflict do nothing`;
  await db().$executeRaw`
    insert into request_types (id, slug, "categoryId", name, description, icon, position, "publishedAt")
    select gen_random_uuid(), 'large-type-' || n, t."categoryId", 'Large ' || n, t.description, t.icon, 1000 + n, now()
    from request_types t, generate_series(1, 200) n where t.slug = 'other-manual-request'`;
  await db().$executeRaw`
    insert into form_versions (id, "typeId", version, fields)
    select gen_random_uuid(), y.id, 1, f.fields
    from request_types y, form_versions f join request_types t on t.id = f."typeId"
    where y.slug like 'large-type-%' and t.slug = 'other-manual-request' and f.version = 1`;
  await db().$executeRaw`
    insert into type_organisations ("typeId", "organisationId")
    select y.id, o.id from request_types y, organisations o
    where y.slug like 'large-type-%' and o.slug like 'large-%' and o.position % 100 = 0`;
  await db().$executeRaw`analyze`;
});

describe("a desk with 200 types and 5,000 organisations", () => {
  it.each(Object.entries(reads))("reads %s by its indexes", async (_, { read, pages, isWhole = false }) => {
    const queries = await captureQueries(() => read(world));
    expect(queries.length).toBeGreaterThan(0);
    const plans = await Promise.all(queries.map(query => planOf(settingsInUse().DATABASE_URL, query)));
    const whole = plans.flatMap(({ wholeTables }) => wholeTables).filter(name => growing.includes(name));
    if (!isWhole) expect(whole, "tables read from end to end").toEqual([]);
    expect(plans.reduce((sum, plan) => sum + plan.pages, 0)).toBeLessThanOrEqual(pages);
  });
});
