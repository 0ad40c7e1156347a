import { describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { db } from "@/lib/db";
import { examine } from "@/lib/doctor/promises";
import { addDomain, removeDomain } from "@/lib/organisations/domains";
import { domainInput, nameInput } from "@/lib/organisations/input";
import { addMember, removeMember, setManager } from "@/lib/organisations/members";
import { addOrganisation, archiveOrganisation, renameOrganisation } from "@/lib/organisations/organisations";
import { publicDomains } from "@/lib/organisations/public-domains";
import { askForAddress, confirmAddress, password } from "../../support/email-change";
import { aCustomer, anAddress, anAdmin, anAgent, run } from "../../support/factories";
import { aDomain, anOrganisation, makeManager } from "../../support/organisations";
import { expectRefusal } from "../../support/refusal";

const idOf = async (slug: string) => (await db().organisation.findUniqueOrThrow({ where: { slug } })).id;

async function membersOf(slug: string) {
  const rows = await db().organisationMember.findMany({
    where: { organisation: { slug } },
    orderBy: { addedAt: "asc" },
    select: { personId: true, isByHand: true, isByDomain: true, isManager: true },
  });
  return rows;
}

const byDomain = ({ id: personId }: PersonActor, isManager = false) => ({
  ...{ personId, isManager },
  ...{ isByHand: false, isByDomain: true },
});

async function moveTo(person: PersonActor, email: string): Promise<void> {
  const { token } = await askForAddress(person, email);
  await confirmAddress(person, token);
}

describe("an organisation with a domain", () => {
  it("has everybody with an address there, those of before and those of later, and of no other domain", async () => {
    const domain = aDomain();
    const before = await aCustomer({ email: `ada@${domain}` });
    await aCustomer({ email: `ada@sub.${domain}` });
    await aCustomer({ email: `ada@not${domain}` });
    const slug = await anOrganisation({ domain });
    const later = await aCustomer({ email: `minh@${domain}` });
    expect(await membersOf(slug)).toEqual([byDomain(before), byDomain(later)]);
  });

  it("is left by whoever changes to another address, at once and as a manager, and joined by whoever changes to one", async () => {
    const domain = aDomain();
    const slug = await anOrganisation({ domain });
    const person = await aCustomer({ email: `ada@${domain}`, password });
    await makeManager(slug, person);
    expect(await membersOf(slug)).toEqual([byDomain(person, true)]);
    await moveTo(person, anAddress());
    expect(await membersOf(slug)).toEqual([]);
    await moveTo({ ...person }, `ada@${domain}`);
    expect(await membersOf(slug)).toEqual([byDomain(person)]);
  });

  it("counts an address from when it is proven", async () => {
    const domain = aDomain();
    const slug = await anOrganisation({ domain });
    const person = await aCustomer({ password });
    const { token } = await askForAddress(person, `ada@${domain}`);
    expect(await membersOf(slug)).toEqual([]);
    await confirmAddress(person, token);
    expect(await membersOf(slug)).toHaveLength(1);
  });

  it("loses them with it, except for those who were added by hand as well", async () => {
    const [domain, admin] = [aDomain(), await anAdmin()];
    const [one, other] = [
      await aCustomer({ email: `one@${domain}` }),
      await aCustomer({ email: `other@${domain}` }),
    ];
    const slug = await anOrganisation({ domain, managers: [other] });
    expect(await membersOf(slug)).toHaveLength(2);
    await run(admin, act => removeDomain(act, { slug, domain }));
    expect(await membersOf(slug)).toEqual([
      { personId: other.id, isByHand: true, isByDomain: false, isManager: true },
    ]);
    expect(one.id).not.toBe(other.id);
    await expectRefusal(
      run(admin, act => removeDomain(act, { slug, domain })),
      "not_found",
    );
  });

  it("misses nobody who comes, and nobody who moves there, at the very moment it is added", async () => {
    const admin = await anAdmin();
    for (let round = 0; round < 8; round++) {
      const [domain, slug] = [aDomain(), await anOrganisation()];
      const mover = await aCustomer();
      const move = db().person.update({ where: { id: mover.id }, data: { email: `mover@${domain}` } });
      const [person] = await Promise.all([
        aCustomer({ email: `ada@${domain}` }),
        run(admin, act => addDomain(act, { slug, domain })),
        move,
      ]);
      const ids = (await membersOf(slug)).map(({ personId }) => personId);
      expect(ids.toSorted()).toEqual([person.id, mover.id].toSorted());
    }
  });

  it("keeps its promises to those who look", async () => {
    const broken = (await examine()).filter(({ promise }) => /managers|organisation/.test(promise));
    expect(broken.map(({ broken }) => broken)).toEqual([[], []]);
  });
});

describe("a domain", () => {
  it("is refused where anybody can have an address, and where it is another organisation's", async () => {
    const [admin, domain] = [await anAdmin(), aDomain()];
    await anOrganisation({ name: "Acme", domain });
    const other = await anOrganisation();
    for (const open of ["gmail.com", "gmx.de", "qq.com"])
      await expectRefusal(
        run(admin, act => addDomain(act, { slug: other, domain: open })),
        "invalid",
        /Anybody can have an address/,
      );
    await expectRefusal(
      run(admin, act => addDomain(act, { slug: other, domain })),
      "conflict",
      /already belongs to Acme/,
    );
    await expectRefusal(
      run(admin, act => removeDomain(act, { slug: other, domain })),
      "not_found",
    );
    expect(await membersOf(other)).toEqual([]);
  });

  it("is read as addresses have it", () => {
    expect(domainInput.parse(" @Example.ORG ")).toBe("example.org");
    expect(domainInput.parse("bücher.example")).toBe("xn--bcher-kva.example");
    for (const wrong of ["", "example", "a b.org", "x@example.org", "https://example.org"])
      expect(domainInput.safeParse(wrong).success).toBe(false);
    for (const domain of publicDomains) expect(domainInput.parse(domain)).toBe(domain);
    expect(nameInput.safeParse(" \u200b ").success).toBe(false);
  });
});

describe("a member by hand", () => {
  it("is added once and removed, and a manager only while they are a member", async () => {
    const [admin, person] = [await anAdmin(), await aCustomer()];
    const slug = await anOrganisation({ managers: [person] });
    const own = { slug, person: person.id };
    const add = () => run(admin, act => addMember(act, { slug, email: person.email }));
    await expectRefusal(add(), "conflict", /has been added already/);
    await run(admin, act => removeMember(act, own));
    await expectRefusal(
      run(admin, act => removeMember(act, own)),
      "conflict",
    );
    await expectRefusal(
      run(admin, act => setManager(act, { ...own, isManager: true })),
      "conflict",
    );
    await add();
    expect(await membersOf(slug)).toEqual([
      { personId: person.id, isByHand: true, isByDomain: false, isManager: false },
    ]);
    await expectRefusal(
      run(admin, act => addMember(act, { slug, email: anAddress() })),
      "not_found",
      /Nobody has an account/,
    );
  });

  it("by the domain of their address cannot be removed, only their being added by hand", async () => {
    const [admin, domain] = [await anAdmin(), aDomain()];
    const person = await aCustomer({ email: `ada@${domain}` });
    const slug = await anOrganisation({ domain, members: [person] });
    const remove = () => run(admin, act => removeMember(act, { slug, person: person.id }));
    await remove();
    expect(await membersOf(slug)).toEqual([byDomain(person)]);
    await expectRefusal(remove(), "forbidden", /Remove the domain/);
  });
});

describe("organisations", () => {
  it("have names that change and slugs that do not", async () => {
    const admin = await anAdmin();
    const add = (name: string) => run(admin, act => addOrganisation(act, { name }));
    const first = await add("Größe & Söhne 77");
    expect(first).toBe("grosse-sohne-77");
    expect(await add("Größe & Söhne 77")).toBe(`${first}-2`);
    expect(await add("工場")).toMatch(/^organisation(-\d+)?$/);
    await run(admin, act => renameOrganisation(act, { slug: first, name: "Sons" }));
    expect(await db().organisation.findUnique({ where: { slug: first } })).toMatchObject({ name: "Sons" });
  });

  it("are changed by admins only; to all others they do not exist", async () => {
    const slug = await anOrganisation();
    const manager = await aCustomer();
    await run(await anAdmin(), act => addMember(act, { slug, email: manager.email }));
    await makeManager(slug, manager);
    const person = manager.id;
    for (const other of [manager, await anAgent()])
      for (const attempt of [
        () => run(other, act => addOrganisation(act, { name: "Mine" })),
        () => run(other, act => renameOrganisation(act, { slug, name: "Mine" })),
        () => run(other, act => archiveOrganisation(act, { slug, isArchived: true })),
        () => run(other, act => addDomain(act, { slug, domain: aDomain() })),
        () => run(other, act => removeDomain(act, { slug, domain: aDomain() })),
        () => run(other, act => addMember(act, { slug, email: other.email })),
        () => run(other, act => removeMember(act, { slug, person })),
        () => run(other, act => setManager(act, { slug, person, isManager: false })),
      ])
        await expectRefusal(attempt(), "not_found");
    await expectRefusal(
      run(await anAdmin(), act => renameOrganisation(act, { slug: "nonesuch", name: "Mine" })),
      "not_found",
    );
  });

  it("have every change on record by ids, and its words apart from it", async () => {
    const [admin, domain, person] = [await anAdmin(), aDomain(), await aCustomer()];
    const slug = await run(admin, act => addOrganisation(act, { name: "Before" }));
    const at = { slug };
    const of = { ...at, person: person.id };
    await run(admin, act => renameOrganisation(act, { ...at, name: "After" }));
    await run(admin, act => renameOrganisation(act, { ...at, name: "After" }));
    await run(admin, act => archiveOrganisation(act, { ...at, isArchived: true }));
    await run(admin, act => archiveOrganisation(act, { ...at, isArchived: false }));
    await run(admin, act => archiveOrganisation(act, { ...at, isArchived: false }));
    await run(admin, act => addDomain(act, { ...at, domain }));
    await run(admin, act => removeDomain(act, { ...at, domain }));
    await run(admin, act => addMember(act, { ...at, email: person.email }));
    for (const isManager of [true, true, false])
      await run(admin, act => setManager(act, { ...of, isManager }));
    await run(admin, act => removeMember(act, of));
    const organisationId = await idOf(slug);
    const events = await db().event.findMany({
      where: { actorId: admin.id },
      orderBy: { id: "asc" },
      select: { type: true, personId: true, data: true, change: { select: { values: true } } },
    });
    const domainId = expect.any(String);
    const words = (key: string, before: string | null, after: string | null) => ({
      change: { values: [{ key, before, after }] },
    });
    const event = (type: string, data = {}, more = {}) => ({
      ...{ type, personId: null, change: null, data: { organisationId, ...data } },
      ...more,
    });
    const about = { personId: person.id };
    expect(events).toEqual([
      event("organisation_added", {}, words("name", null, "Before")),
      event("organisation_renamed", {}, words("name", "Before", "After")),
      event("organisation_archived"),
      event("organisation_restored"),
      event("domain_added", { domainId }, words("domain", null, domain)),
      event("domain_removed", { domainId }, words("domain", domain, null)),
      event("organisation_member_added", {}, about),
      event("organisation_manager_set", { isManager: true }, about),
      event("organisation_manager_set", { isManager: false }, about),
      event("organisation_member_removed", {}, about),
    ]);
  });
});
