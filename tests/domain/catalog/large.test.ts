import { beforeAll, describe, expect, it } from "vitest";
import { captureQueries, planOf } from "@/bench/capture";
import type { PersonActor } from "@/lib/actor";
import { stranger } from "@/lib/catalog/audience";
import { readFormPage } from "@/lib/catalog/form-page";
import { listCatalog, readType } from "@/lib/catalog/overview";
import { readCatalog, readFormFor } from "@/lib/catalog/queries";
import { setAudience } from "@/lib/catalog/restriction";
import { db } from "@/lib/db";
import { listOrganisations } from "@/lib/organisations/read";
import { findPeople } from "@/lib/people/find";
import { aType } from "../../support/catalog";
import { makeTestDatabase } from "../../support/databases";
import { anAdmin, run } from "../../support/factories";
import { setSettings, settingsInUse } from "../../support/settings";

let admin: PersonActor;
let slug: string;

beforeAll(async () => {
  setSettings({ DATABASE_URL: await makeTestDatabase("large") });
  admin = await anAdmin();
  slug = await aType({ name: "For many" });
  await db().$executeRaw`
    insert into organisations (id, slug, name, position, "createdAt")
    select gen_random_uuid(), 'company-' || n, 'Company ' || n, 100 + n, now() from generate_series(1, 5000) n`;
  await db().$executeRaw`
    insert into request_types (id, slug, "categoryId", name, description, icon, position, "publishedAt")
    select gen_random_uuid(), 'type-' || n, (select "categoryId" from request_types where slug = ${slug}),
      'Type ' || n, 'One of many', 'bug', 100 + n, now() from generate_series(1, 200) n`;
  await db().$executeRaw`
    insert into form_versions (id, "typeId", version, fields, "createdAt")
    select gen_random_uuid(), t.id, v, '[{"key": "details", "kind": "long_text", "label": "What?"}]', now()
    from request_types t cross join generate_series(2, 6) v`;
  await db().$executeRaw`
    insert into type_organisations ("typeId", "organisationId")
    select t.id, o.id from request_types t cross join organisations o
    where t.slug = ${slug} or (t.position % 8 = 0 and t.position > 100 and o.position % 250 = 0)`;
  await db().$executeRaw`update request_types set audience = 'organisations' where slug = ${slug}`;
  await db().$executeRaw`analyze organisations, request_types, form_versions, type_organisations`;
});

/** What the database does for it: pages of 8 kB, and tables that it reads from end to end. */
async function costOf(work: () => Promise<unknown>) {
  const queries = await captureQueries(work);
  const plans = await Promise.all(queries.map(query => planOf(settingsInUse().DATABASE_URL, query)));
  return {
    statements: queries.length,
    pages: plans.reduce((sum, { pages }) => sum + pages, 0),
    wholeTables: plans.flatMap(({ wholeTables }) => wholeTables),
  };
}

describe("a desk with 200 types and 5,000 organisations", () => {
  it.each<[string, () => Promise<unknown>, most: number]>([
    ["the form of a type", () => readFormFor(stranger, "type-7"), 60],
    ["the form builder", () => readFormPage(admin, "type-7"), 60],
    ["a type", () => readType(admin, "type-7"), 60],
    ["a page of organisations", () => listOrganisations(admin, 2_000), 400],
    ["a page of people", () => findPeople(admin, { words: "comp" }), 100],
  ])("reads neither all organisations nor all versions of forms for %s", async (_, read, most) => {
    const { wholeTables, pages, statements } = await costOf(read);
    for (const table of ["organisations", "form_versions"]) expect(wholeTables).not.toContain(table);
    expect(pages).toBeLessThanOrEqual(most);
    expect(statements).toBeLessThanOrEqual(3);
  });

  it("finds the organisations that a type is for by their names, and which share one", async () => {
    const names = ["company 7", "COMPANY 4999", "company-12"];
    const input = { slug: "type-8", version: 1, audience: "organisations" as const, organisations: names };
    const { wholeTables } = await costOf(() => run(admin, act => setAudience(act, input)));
    expect(wholeTables).not.toContain("organisations");
    expect((await readType(admin, "type-8")).organisations).toEqual([
      "Company 7",
      "Company 12",
      "Company 4999",
    ]);
    const all = await costOf(() => readType(admin, slug));
    // A few pages for each of them, and not all of them once more.
    expect(all.pages).toBeLessThanOrEqual(5_000 * 8);
  });

  it("offers the catalog out of what servers keep, read once, and admins all of it at once", async () => {
    const first = await costOf(() => readCatalog(stranger));
    expect(first.pages).toBeLessThanOrEqual(5_500 * 8);
    const { pages, statements } = await costOf(() => readCatalog(stranger));
    expect([statements, pages <= 10]).toEqual([1, true]);
    const listed = await costOf(() => listCatalog(admin));
    expect(listed.statements).toBe(1);
    expect(listed.pages).toBeLessThanOrEqual(2_000);
  });
});
