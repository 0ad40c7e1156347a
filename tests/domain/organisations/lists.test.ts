import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { addMember, setManager } from "@/lib/organisations/members";
import { addOrganisation, shiftOrganisation } from "@/lib/organisations/organisations";
import { listOrganisations, readOrganisation } from "@/lib/organisations/read";
import { aCustomer, anAdmin, anAgent, run } from "../../support/factories";
import { aDomain, anOrganisation } from "../../support/organisations";
import { expectRefusal } from "../../support/refusal";

const admin = () => anAdmin();

/** In the order of the whole list, as its pages show it. */
async function slugsInOrder(): Promise<string[]> {
  const [slugs, by] = [[] as string[], await admin()];
  for (let after: number | null = 0; after !== null; ) {
    const { rows, next } = await listOrganisations(by, after);
    slugs.push(...rows.map(({ slug }) => slug));
    after = next === null ? null : Number(next);
  }
  return slugs;
}

async function peopleAt(domain: string, count: number) {
  await db().person.createMany({
    data: Array.from({ length: count }, (_, at) => ({
      ...{ name: `Person ${at}`, email: `person-${at}@${domain}`, createdAt: new Date() },
    })),
  });
}

describe("organisations in their order", () => {
  it("are found by how words of their name or domains begin, page by page", async () => {
    const [by, domain] = [await admin(), aDomain()];
    const mark = `Zq${domain.split(".")[0]?.replace(/\W/g, "")}`;
    const one = await anOrganisation({ name: `${mark} Gruppe Müller` });
    const two = await anOrganisation({ name: `Other ${mark}`, domain });
    const found = async (words: string, after = 0) =>
      (await listOrganisations(by, after, words)).rows.map(({ slug }) => slug);
    expect(await found(mark)).toEqual([one, two]);
    expect(await found(`${mark} mueller`)).toEqual([one]);
    expect(await found(domain)).toEqual([two]);
    expect(await found(`${mark}x`)).toEqual([]);
    expect(await found("%")).toEqual((await listOrganisations(by)).rows.map(({ slug }) => slug));
    const { position } = await db().organisation.findUniqueOrThrow({ where: { slug: one } });
    expect(await found(mark, position)).toEqual([two]);
    for (const other of [await anAgent(), await aCustomer()])
      await expectRefusal(listOrganisations(other, 0, mark), "not_found");
  });

  it("change places with their neighbours, archived or not, and no further than the ends", async () => {
    const by = await admin();
    const shift = (slug: string, to: "earlier" | "later") =>
      run(by, act => shiftOrganisation(act, { slug, to }));
    const [one, two] = [await anOrganisation(), await anOrganisation()];
    const before = await slugsInOrder();
    expect(before.slice(-2)).toEqual([one, two]);
    await shift(two, "later");
    expect(await slugsInOrder()).toEqual(before);
    await shift(two, "earlier");
    expect((await slugsInOrder()).slice(-2)).toEqual([two, one]);
    await shift(two, "later");
    expect(await slugsInOrder()).toEqual(before);
    const [first = ""] = before;
    await shift(first, "earlier");
    expect(await slugsInOrder()).toEqual(before);
    const events = await db().event.findMany({
      where: { type: "organisation_shifted", actorId: by.id },
      orderBy: { id: "asc" },
      select: { data: true },
    });
    const { id: organisationId } = await db().organisation.findUniqueOrThrow({ where: { slug: two } });
    expect(events.map(({ data }) => data)).toEqual(["earlier", "later"].map(to => ({ organisationId, to })));
  });

  it("stay one behind the other when two are added or moved at once", async () => {
    const by = await admin();
    const made = await Promise.all(
      ["One", "Two", "Three"].map(name => run(by, act => addOrganisation(act, { name }))),
    );
    await Promise.all(made.map(slug => run(by, act => shiftOrganisation(act, { slug, to: "earlier" }))));
    const places = await db().organisation.findMany({
      where: { slug: { in: made } },
      select: { position: true },
    });
    expect(new Set(places.map(({ position }) => position)).size).toBe(made.length);
    expect((await slugsInOrder()).toSorted()).toEqual(expect.arrayContaining(made.toSorted()));
  });

  it("are moved by admins only, and those that there are", async () => {
    const slug = await anOrganisation();
    for (const other of [await anAgent(), await aCustomer()])
      await expectRefusal(
        run(other, act => shiftOrganisation(act, { slug, to: "earlier" })),
        "not_found",
      );
    const by = await admin();
    await expectRefusal(
      run(by, act => shiftOrganisation(act, { slug: "nonesuch", to: "earlier" })),
      "not_found",
    );
  });
});

describe("the members of a large organisation", () => {
  it("are all shown, page by page, managers first, each once", async () => {
    const [by, domain] = [await admin(), aDomain()];
    await peopleAt(domain, 230);
    const slug = await anOrganisation({ domain });
    const all = await db().organisationMember.findMany({ where: { organisation: { slug } } });
    const managers = all.slice(0, 60).map(({ personId }) => personId);
    await db().organisationMember.updateMany({
      where: { organisation: { slug }, personId: { in: managers } },
      data: { isManager: true },
    });
    const [shown, sizes] = [[] as { id: string; isManager: boolean }[], [] as number[]];
    for (let after: string | undefined; ; ) {
      const { members, next } = await readOrganisation(by, slug, { after });
      shown.push(...members);
      sizes.push(members.length);
      if (next === null) break;
      after = next;
    }
    expect(sizes).toEqual([50, 50, 50, 50, 30]);
    expect(new Set(shown.map(({ id }) => id)).size).toBe(230);
    expect(shown.slice(0, 60).every(({ isManager }) => isManager)).toBe(true);
    expect(shown.slice(60).some(({ isManager }) => isManager)).toBe(false);
  });

  it("are found by the beginnings of words of their name and address, page by page, and nobody else is", async () => {
    const [by, domain] = [await admin(), aDomain()];
    const slug = await anOrganisation({ domain });
    await peopleAt(domain, 70);
    const [odette, other] = [
      await aCustomer({ name: "Odette O'Brien" }),
      await aCustomer({ name: "Odette Alt" }),
    ];
    await run(by, act => addMember(act, { slug, email: odette.email }));
    const found = async (words: string, after?: string) => readOrganisation(by, slug, { words, after });
    for (const words of ["odette", "BRIEN ode", "  Ödette ", odette.email, "o'b"])
      expect(
        (await found(words)).members.map(({ id }) => id),
        words,
      ).toEqual([odette.id]);
    for (const words of ["dette", other.email, "alt", "odette nobody", "%"])
      expect(
        (await found(words)).members.map(({ id }) => id),
        words,
      ).not.toContain(other.id);
    expect((await found("dette")).members).toEqual([]);
    const first = await found(domain);
    const second = await found(domain, first.next ?? "");
    expect([first, second].map(({ members }) => members.length)).toEqual([50, 20]);
    expect(second.next).toBeNull();
  });

  it("go on where a page ended, whatever became of its last row, and begin anew for an address that is none", async () => {
    const [by, domain] = [await admin(), aDomain()];
    await peopleAt(domain, 60);
    const slug = await anOrganisation({ domain });
    const { members, next } = await readOrganisation(by, slug);
    const person = members.at(-1)?.id ?? "";
    await run(by, act => setManager(act, { slug, person, isManager: true }));
    expect((await readOrganisation(by, slug, { after: next ?? "" })).members).toHaveLength(10);
    for (const none of ["x", "m.1.x", "'; drop table people", `z.${next}`])
      expect(await readOrganisation(by, slug, { after: none })).toMatchObject({ isFirst: true });
  });
});
