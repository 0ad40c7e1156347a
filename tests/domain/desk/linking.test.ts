import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { db } from "@/lib/db";
import { readDeskPage } from "@/lib/desk/agent-view";
import { linkInput } from "@/lib/desk/input";
import { readLinkPage } from "@/lib/desk/linked";
import { linkRequest, unlinkRequest } from "@/lib/desk/linking";
import { linkForm } from "@/lib/entry/link-forms";
import type { LinkKind } from "@/lib/generated/enums";
import { commentOnRequest } from "@/lib/requests/comments";
import { readRequestPage } from "@/lib/requests/customer-view";
import { readDeskSettings } from "@/lib/settings";
import { aCustomer, anAgent, aParticipant, aRequest, aRequestIn, moveTo, run } from "../../support/factories";
import { linesOf } from "../../support/history";
import { deliveriesOf, eventsOf, everythingOf, rowOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";

type Resolve = { version: number; seen?: bigint };
const link = (by: PersonActor, reference: string, other: string, kind: LinkKind, resolve?: Resolve) =>
  run(by, act => linkRequest(act, { reference, other, kind, resolve }));
const unlink = (by: PersonActor, reference: string, other: string) =>
  run(by, act => unlinkRequest(act, { reference, other }));
const linkedOn = async (by: PersonActor, reference: string) =>
  (await readDeskPage(by, reference))?.linked.map(({ how, reference: other }) => [how, other]);

let agent: PersonActor;
beforeAll(async () => {
  agent = await anAgent();
});

describe("a link between two requests", () => {
  it("is read from both sides, in words of each, with summary and status", async () => {
    const [one, two] = [await aRequest({ summary: "The first one" }), await aRequestIn("in_progress")];
    await link(agent, one, two, "duplicate");
    expect(await linkedOn(agent, one)).toEqual([["duplicate_of", two]]);
    expect((await readDeskPage(agent, two))?.linked).toEqual([
      {
        reference: one,
        how: "duplicated_by",
        summary: "The first one",
        status: "waiting_for_support",
        typeSlug: "other-manual-request",
      },
    ]);
    expect(linesOf(await readDeskPage(agent, one)).at(-1)).toBe(
      `You marked this request as a duplicate of ${two}`,
    );
    expect(linesOf(await readDeskPage(agent, two)).at(-1)).toBe(
      `You marked ${one} as a duplicate of this request`,
    );
    const three = await aRequest();
    await link(agent, three, one, "related");
    expect(await linkedOn(agent, one)).toEqual([
      ["related", three],
      ["duplicate_of", two],
    ]);
    expect(await linkedOn(agent, three)).toEqual([["related", one]]);
  });

  it("is offered with the other requests of the same customer, the latest first", async () => {
    const by = await aCustomer();
    const [one, two, three] = [await aRequest({ by }), await aRequest({ by }), await aRequest({ by })];
    await aRequest();
    await run(by, act => commentOnRequest(act, { reference: two, body: "Still.", afterResolved: "keep" }));
    const { others = [] } = (await readLinkPage(agent, one)) ?? {};
    expect(others.map(({ reference }) => reference)).toEqual([two, three]);
  });

  it("is removed from either side, and both histories say so", async () => {
    const [one, two] = [await aRequest(), await aRequest()];
    await link(agent, one, two, "related");
    await unlink(agent, two, one);
    await unlink(agent, two, one);
    for (const [reference, other] of [
      [one, two],
      [two, one],
    ] as const) {
      expect(await linkedOn(agent, reference)).toEqual([]);
      expect(linesOf(await readDeskPage(agent, reference)).slice(-2)).toEqual([
        `You linked this request with ${other}`,
        `You removed the link with ${other}`,
      ]);
      expect((await eventsOf(reference)).map(({ type }) => type)).toEqual([
        "request_submitted",
        "request_linked",
        "request_unlinked",
      ]);
    }
    await link(agent, two, one, "duplicate");
    expect(await linkedOn(agent, one)).toEqual([["duplicated_by", two]]);
  });

  it("is possible in any status, and shows the latest twenty", async () => {
    const closed = await aRequestIn("closed");
    const others: string[] = [];
    for (let count = 0; count < 21; count++) others.push(await aRequest());
    for (const other of others) await link(agent, other, closed, "duplicate");
    const shown = (await readDeskPage(agent, closed))?.linked;
    expect(shown).toHaveLength(21);
    expect(shown?.[0]?.reference).toBe(others.at(-1));
  });

  it("can resolve the duplicate in the same act, and its customer gets the one email of that", async () => {
    const [one, two] = [await aRequest(), await aRequest()];
    const { version } = await rowOf(one);
    await link(agent, one, two, "duplicate", { version });
    expect(await rowOf(one)).toMatchObject({ status: "resolved", resolution: "duplicate" });
    expect((await rowOf(two)).status).toBe("waiting_for_support");
    expect((await deliveriesOf(one)).map(({ kind }) => kind)).toEqual(["request_received", "resolved"]);
    expect((await deliveriesOf(two)).map(({ kind }) => kind)).toEqual(["request_received"]);
  });
});

describe("nothing is linked", () => {
  it("twice, whichever side says so and how", async () => {
    const [one, two] = [await aRequest(), await aRequest()];
    await link(agent, one, two, "related");
    const before = [await everythingOf(one), await everythingOf(two)];
    for (const [from, to, kind] of [
      [one, two, "related"],
      [one, two, "duplicate"],
      [two, one, "related"],
      [two, one, "duplicate"],
    ] as const) {
      const { fields } = await expectRefusal(link(agent, from, to, kind), "conflict");
      expect(fields.other?.[0]).toContain(`${to} is linked`);
    }
    expect([await everythingOf(one), await everythingOf(two)]).toEqual(before);
  });

  it("with itself", async () => {
    const one = await aRequest();
    const { fields } = await expectRefusal(link(agent, one, one, "related"), "invalid");
    expect(fields.other).toEqual(["This is the request itself."]);
    await expect(
      db().requestLink.create({
        data: {
          fromId: (await rowOf(one)).id,
          toId: (await rowOf(one)).id,
          kind: "related",
          createdAt: new Date(),
        },
      }),
    ).rejects.toThrow(/request_links_not_itself/);
  });

  it("with what there is not, by anybody but agents, or by strangers", async () => {
    const customer = await aCustomer();
    const [one, two] = [await aRequest({ by: customer }), await aRequest({ by: customer })];
    for (const other of ["LDG-999999", "nonsense"]) {
      const { fields } = await expectRefusal(link(agent, one, other, "related"), "not_found");
      expect(fields.other).toEqual(["There is no such request."]);
      await expectRefusal(unlink(agent, one, other), "not_found");
    }
    for (const person of [customer, await aParticipant(one)]) {
      await expectRefusal(link(person, one, two, "related"), "forbidden", /Only agents/);
      await expectRefusal(unlink(person, one, two), "forbidden", /Only agents/);
    }
    await expectRefusal(link(await aCustomer(), one, two, "related"), "not_found");
    await expectRefusal(link(agent, "LDG-999999", one, "related"), "not_found");
  });

  it("twice by two agents at the same moment, from different sides", async () => {
    const [one, two] = [await aRequest(), await aRequest()];
    const outcomes = await Promise.allSettled([
      link(await anAgent(), one, two, "duplicate"),
      link(await anAgent(), two, one, "duplicate"),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    for (const reference of [one, two])
      expect((await eventsOf(reference)).filter(({ type }) => type === "request_linked")).toHaveLength(1);
  });

  it("where the duplicate has moved on, or its customer has written, since it was decided to resolve it", async () => {
    const customer = await aCustomer();
    const [one, two] = [await aRequest({ by: customer }), await aRequest()];
    const seen = BigInt((await readDeskPage(agent, one))?.latest ?? 0);
    const { version } = await rowOf(one);
    await run(customer, act => commentOnRequest(act, { reference: one, body: "It got worse" }));
    const { corrections } = await expectRefusal(
      link(agent, one, two, "duplicate", { version, seen }),
      "conflict",
      /It got worse/,
    );
    await moveTo(await anAgent(), one, "start");
    await expectRefusal(
      link(agent, one, two, "duplicate", { version, seen: corrections.seen as bigint }),
      "conflict",
    );
    await moveTo(await anAgent(), one, "resolve", { resolution: "done" });
    const row = await rowOf(one);
    await expectRefusal(link(agent, one, two, "duplicate", { version: row.version }), "forbidden");
    expect(await linkedOn(agent, one)).toEqual([]);
    expect(await linkedOn(agent, two)).toEqual([]);
  });
});

describe("of links", () => {
  it("customers and participants learn nothing", async () => {
    const customer = await aCustomer();
    const [one, two] = [await aRequest({ by: customer }), await aRequest()];
    const participant = await aParticipant(one);
    const read = async () => [await readRequestPage(customer, one), await readRequestPage(participant, one)];
    const before = await read();
    await link(agent, one, two, "duplicate");
    await unlink(agent, two, one);
    expect(await read()).toEqual(before);
    expect((await deliveriesOf(one)).map(({ kind }) => kind)).not.toContain("request_linked");
  });
});

describe("the form", () => {
  it("takes a reference, a number, or the address of a page", async () => {
    const settings = await readDeskSettings();
    const schema = linkForm(settings);
    const sent = { reference: "LDG-1", kind: "related", version: 1 };
    for (const [typed, other] of [
      ["LDG-1042", "LDG-1042"],
      [" ldg-1042 ", "ldg-1042"],
      ["1042", `${settings.referencePrefix}-1042`],
      ["#1042", `${settings.referencePrefix}-1042`],
      ["https://desk.example.com/agent/requests/LDG-1042?entry=7#entry-7", "LDG-1042"],
    ])
      expect(schema.parse({ ...sent, other: typed }).other).toBe(other);
    expect(schema.safeParse(sent).success).toBe(false);
    for (const wrong of [{ kind: "twin" }, { other: "x".repeat(41) }, { reference: undefined }])
      expect(
        linkInput.safeParse({ reference: "LDG-1", other: "LDG-2", kind: "related", ...wrong }).success,
      ).toBe(false);
  });
});
