import { describe, expect, it } from "vitest";
import { profileInput } from "@/lib/accounts/input";
import { suspendPerson } from "@/lib/accounts/operator";
import { changeProfile } from "@/lib/accounts/profile";
import { operator, type PersonActor } from "@/lib/actor";
import { db } from "@/lib/db";
import { commentOnRequest } from "@/lib/requests/comments";
import { readRequestPage } from "@/lib/requests/customer-view";
import { aCustomer, actorOf, anAgent, aRequest, run } from "../../support/factories";
import { saidOf } from "../../support/issues";
import { expectRefusal } from "../../support/refusal";

const home = { timeZone: "Europe/Lisbon", language: "en-IE" } as const;

const change = (actor: PersonActor, wish: { name?: string } = {}) =>
  run(actor, act => changeProfile(act, { name: actor.name, ...home, ...wish }));

const renamings = (personId: string) =>
  db().event.findMany({
    where: { personId, type: "person_renamed" },
    orderBy: { id: "asc" },
    select: { data: true, actorId: true, change: { select: { values: true } } },
  });

function problemsOf(wish: Record<string, unknown>): string[] {
  const result = profileInput.safeParse({ name: "Vera Lind", ...home, ...wish });
  return saidOf(result).map(({ path, text }) => `${path}: ${text}`);
}

describe("a profile", () => {
  it("keeps how its owner reads times, for agents too, and that is no event", async () => {
    for (const person of [await aCustomer(), await anAgent()]) {
      await change(person);
      expect(await actorOf(person.email)).toMatchObject({ name: person.name, ...home });
      expect(await renamings(person.id)).toEqual([]);
    }
  });

  it("takes another name and remembers the former one", async () => {
    const person = await aCustomer({ name: "Vera Lind" });
    await change(person, { name: "Vera Berg" });
    expect((await actorOf(person.email)).name).toBe("Vera Berg");
    expect(await renamings(person.id)).toEqual([
      {
        data: {},
        actorId: person.id,
        change: { values: [{ key: "name", before: "Vera Lind", after: "Vera Berg" }] },
      },
    ]);
  });

  it("shows the present name on what was written before", async () => {
    const person = await aCustomer({ name: "Vera Lind" });
    const reference = await aRequest({ by: person });
    await run(person, act => commentOnRequest(act, { reference, body: "It still burns." }));
    await change(person, { name: "Vera Berg" });
    const page = await readRequestPage(await actorOf(person.email), reference);
    expect([page?.first, ...(page?.timeline ?? [])].map(entry => entry?.actor.name)).toEqual([
      "Vera Berg",
      "Vera Berg",
    ]);
  });

  it("changed twice at once remembers each name in its turn", async () => {
    const person = await aCustomer({ name: "Vera Lind" });
    await Promise.all(["Vera Berg", "Vera Thal"].map(name => change(person, { name })));
    const [first, second] = (await renamings(person.id)).flatMap(
      ({ change }) => change?.values as { before: string; after: string }[],
    );
    expect(first?.before).toBe("Vera Lind");
    expect(second?.before).toBe(first?.after);
    expect((await actorOf(person.email)).name).toBe(second?.after);
  });

  it("of somebody who was suspended meanwhile stays as it is", async () => {
    const person = await aCustomer();
    await run(operator, act => suspendPerson(act, person.email));
    await expectRefusal(change(person, { name: "Vera Berg" }), "forbidden", /suspended/);
    expect((await actorOf(person.email)).name).toBe(person.name);
  });

  it("is nobody's when the desk itself acts", async () => {
    await expectRefusal(
      run(operator, act => changeProfile(act, { name: "Vera Berg", ...home })),
      "forbidden",
    );
  });
});

describe("what a profile takes", () => {
  it("is a zone that exists, under either of its names", () => {
    const zoneOf = (timeZone: string) =>
      profileInput.parse({ name: "Vera", language: "en-GB", timeZone }).timeZone;
    expect(zoneOf("UTC")).toBe("UTC");
    expect(zoneOf("America/Argentina/Salta")).toBe("America/Argentina/Salta");
    expect(new Set([zoneOf("Asia/Kolkata"), zoneOf("Asia/Calcutta")]).size).toBe(1);
  });

  it.each(["", "Mars/Olympus", "+01:00", "Europe/Lisbon'", "x".repeat(200), "../etc/localtime"])(
    "is no zone such as %j",
    timeZone => {
      expect(problemsOf({ timeZone })).toEqual(["timeZone: Choose your time zone from the list."]);
    },
  );

  it.each(["", "xx", "de_DE", "en-GB-u-ca-buddhist", "DE", "tlh"])("is no language such as %j", language => {
    expect(problemsOf({ language })).toEqual(["language: Choose a language from the list."]);
  });

  it("has a name, and nothing else beside", () => {
    expect(problemsOf({ name: "  " })).toEqual(["name: Enter your name."]);
    expect(problemsOf({ name: "x".repeat(81) })).toHaveLength(1);
    expect(problemsOf({ name: "Vera <b>" })).toHaveLength(1);
    expect(problemsOf({ name: "Vera www.evil.test" })).toHaveLength(1);
    expect(problemsOf({ role: "admin" })).toHaveLength(1);
  });
});
