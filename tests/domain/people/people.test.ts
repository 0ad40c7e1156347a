import { randomBytes } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { suspend } from "@/lib/accounts/suspension";
import type { PersonActor } from "@/lib/actor";
import { findPeople } from "@/lib/people/find";
import { readPerson } from "@/lib/people/read";
import { aCustomer, anAdmin, anAgent, aRequest, run, sessionOf } from "../../support/factories";
import { anOrganisation } from "../../support/organisations";
import { expectRefusal } from "../../support/refusal";
import { aTeam } from "../../support/teams";

const mark = `q${randomBytes(4).toString("hex")}`;
let admin: PersonActor;
let kim: PersonActor;

beforeAll(async () => {
  admin = await anAdmin();
  kim = await aCustomer({ name: `Kim Nováková ${mark}`, email: `kim.${mark}@harbour.test` });
});

type Wishes = Parameters<typeof findPeople>[1];
const found = async (wishes: Wishes, by = admin) => (await findPeople(by, wishes)).rows.map(({ id }) => id);

describe("an admin finds people", () => {
  it("by how words of their name and address begin, in any order, with accents or without", async () => {
    for (const words of [mark, mark.slice(0, 6).toUpperCase(), `novak ki ${mark}`, `kim.${mark}@har`])
      expect(await found({ words }), words).toEqual([kim.id]);
    for (const words of [`${mark}x`, mark.slice(1), `other ${mark}`])
      expect(await found({ words }), words).toEqual([]);
    expect((await found({ words: "%_'" })).length).toBeGreaterThan(0);
  });

  it("by their role, and the suspended", async () => {
    const name = `Zed ${mark}zed`;
    const [agent, customer] = [await anAgent({ name }), await aCustomer({ name })];
    const words = `${mark}zed`;
    expect(await found({ words, shown: "agent" })).toEqual([agent.id]);
    expect(await found({ words, shown: "customer" })).toEqual([customer.id]);
    expect(await found({ words, shown: "admin" })).toEqual([]);
    expect(await found({ words, shown: "suspended" })).toEqual([]);
    await run(admin, act => suspend(act, customer.id));
    expect(await found({ words, shown: "suspended" })).toEqual([customer.id]);
    expect((await found({ words })).toSorted()).toEqual([agent.id, customer.id].toSorted());
  });

  it("in the order of their names, page by page, each once", async () => {
    const names = Array.from(
      { length: 54 },
      (_, place) => `Page ${mark}page ${String(place).padStart(2, "0")}`,
    );
    for (const name of names.toReversed()) await aCustomer({ name });
    const words = `${mark}page`;
    const first = await findPeople(admin, { words });
    const second = await findPeople(admin, { words, after: first.next ?? "" });
    expect([...first.rows, ...second.rows].map(({ name }) => name)).toEqual(names);
    expect(first.rows).toHaveLength(50);
    expect(second.next).toBeNull();
    expect(await found({ words, after: "nobody" })).toHaveLength(50);
  });

  it("and nobody else does", async () => {
    for (const person of [await anAgent(), kim]) {
      await expectRefusal(findPeople(person, {}), "not_found");
      await expectRefusal(readPerson(person, kim.id), "not_found");
    }
    await expectRefusal(readPerson(admin, "nobody"), "not_found");
    await expectRefusal(readPerson(admin, "01a20ad9-6e93-73bb-9106-c8f058b8bcd6"), "not_found");
  });
});

describe("the page of a person", () => {
  it("says where they belong, what they raised, where they are logged in and when they were last seen", async () => {
    const person = await aCustomer();
    expect(await readPerson(admin, person.id)).toMatchObject({ lastSeen: null, sessions: [], requests: [] });
    const organisation = await anOrganisation({ managers: [person] });
    await aRequest({ by: person, summary: "A chair without legs" });
    await sessionOf(person);
    const page = await readPerson(admin, person.id);
    expect(page).toMatchObject({ role: "customer", suspendedAt: null, openCount: 1, sessionCount: 1 });
    expect(page.organisations).toMatchObject([{ slug: organisation, isManager: true }]);
    expect(page.requests).toMatchObject([{ summary: "A chair without legs", status: "waiting_for_support" }]);
    expect(Date.now() - Date.parse(page.lastSeen ?? "")).toBeLessThan(60_000);
    expect(page.colleagues).toEqual([]);
  });

  it("says which teams an agent is in, and who could stand in for them", async () => {
    const [agent, colleague] = [await anAgent(), await anAgent()];
    const slug = await aTeam({ leads: [agent] });
    const page = await readPerson(admin, agent.id);
    expect(page.teams).toMatchObject([{ slug, isLead: true, isArchived: false }]);
    const ids = page.colleagues.map(({ id }) => id);
    expect(ids).toContain(colleague.id);
    expect(ids).not.toContain(agent.id);
  });
});
