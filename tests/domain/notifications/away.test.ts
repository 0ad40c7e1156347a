import { parseWithZod } from "@conform-to/zod/v4";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { comeBack, goAway, readAbsence } from "@/lib/accounts/away";
import { suspendPerson } from "@/lib/accounts/operator";
import { operator, type PersonActor } from "@/lib/actor";
import { days, later, minutes, now } from "@/lib/clock";
import { db } from "@/lib/db";
import { readDeskPage } from "@/lib/desk/agent-view";
import { assignRequest, claimRequest } from "@/lib/desk/assignment";
import { addNote } from "@/lib/desk/notes";
import { awayForm, sendAway } from "@/lib/entry/away-forms";
import { commentOnRequest } from "@/lib/requests/comments";
import { readRequestPage } from "@/lib/requests/customer-view";
import { followRequest } from "@/lib/requests/following";
import { choose, forgetChoices, kindsTo, noticesOf } from "../../support/choices";
import { aCustomer, anAgent, aParticipant, aRequest, run } from "../../support/factories";
import { expectRefusal } from "../../support/refusal";
import { lastMailTo } from "../../support/sent-mails";

let customer: PersonActor;
let absent: PersonActor;
let standIn: PersonActor;
let reference: string;

type Times = { from?: Date; until?: Date };

const leave = (who: PersonActor, instead: PersonActor | null, times: Times = {}) => {
  const { from = later(now(), -minutes(1)), until = later(now(), days(5)) } = times;
  return run(who, act => goAway(act, { from, until, standInId: instead?.id ?? null }));
};
const says = (by: PersonActor, at?: Date) =>
  run(by, act => commentOnRequest(act, { reference, body: "Any news?" }), at);
const heard = async (who: PersonActor) => [
  await kindsTo(who, reference),
  (await noticesOf(who, reference)).map(({ kind }) => kind),
];
const nothing = [[], []];
const both = (...kinds: string[]) => [kinds, kinds];

beforeEach(async () => {
  [customer, absent, standIn] = [await aCustomer(), await anAgent({ name: "Priya Nair" }), await anAgent()];
  await choose(standIn, { new_request: [] });
  reference = await aRequest({ by: customer });
  await run(absent, act => claimRequest(act, { reference }));
  await db().notice.deleteMany({ where: { personId: absent.id } });
});
afterEach(forgetChoices);

describe("while an agent is away", () => {
  it("nothing reaches them; replies, notes, mentions and assignments reach their stand-in", async () => {
    await choose(absent, { reply_on_own: ["bell", "mail", "desktop"], new_request: ["mail"] });
    await leave(absent, standIn);
    const colleague = await anAgent();
    await says(customer);
    await run(colleague, act => addNote(act, { reference, body: `@${absent.email} have a look` }));
    await run(colleague, act => assignRequest(act, { reference, from: absent.id, to: null }));
    await run(colleague, act => assignRequest(act, { reference, from: null, to: absent.id }));
    expect(await heard(absent)).toEqual(nothing);
    expect(await heard(standIn)).toEqual(both("customer_replied", "followed_note", "assigned_to_you"));
    for (const kind of ["customer_replied", "assigned_to_you", "followed_note"]) {
      const mail = await lastMailTo(standIn.email, kind);
      expect(mail.text).toContain("For Priya Nair, who is away.");
      expect(mail.text).toContain("You get this because you stand in for Priya Nair.");
      expect(JSON.stringify(mail.headers)).not.toContain("reply+");
    }
    const other = await aRequest({ by: customer });
    expect(await kindsTo(absent, other)).toEqual([]);
    expect(await kindsTo(standIn, other)).toEqual([]);
  });

  it("their stand-in hears once of what they would hear of anyway, and never of their own acts", async () => {
    await leave(absent, standIn);
    await run(standIn, act => followRequest(act, { reference, follows: true }));
    await says(customer);
    await says(standIn);
    await run(standIn, act => addNote(act, { reference, body: `@${absent.email} for you` }));
    expect(await heard(standIn)).toEqual(both("followed_news"));
    expect(await heard(absent)).toEqual(nothing);
  });

  it("what they hear as a customer still reaches them", async () => {
    await aParticipant(reference, absent);
    await leave(absent, standIn);
    await says(await anAgent());
    expect(await kindsTo(absent, reference)).toEqual(["comment_posted"]);
    expect(await heard(standIn)).toEqual(nothing);
  });

  it("nobody stands in who is away as well, suspended, or takes part as a customer: there is one step", async () => {
    const [third, fourth] = [await anAgent(), await anAgent()];
    await choose(fourth, { new_request: [] });
    await leave(absent, third);
    await leave(third, fourth);
    await says(customer);
    expect(await heard(fourth)).toEqual(nothing);
    expect((await heard(third))[0]).toEqual([]);

    await leave(absent, standIn);
    await aParticipant(reference, standIn);
    await says(customer);
    expect(await kindsTo(standIn, reference)).toEqual(["comment_posted"]);

    const gone = await anAgent();
    await leave(absent, gone);
    await run(operator, act => suspendPerson(act, gone.email));
    await says(customer);
    expect(await kindsTo(gone, reference)).toEqual([]);
  });

  it("colleagues see until when, and customers do not", async () => {
    await leave(absent, standIn);
    const page = await readDeskPage(standIn, reference);
    expect(page?.assignee?.awayUntil).toBeTruthy();
    expect(page?.agents.find(({ id }) => id === absent.id)?.awayUntil).toBeTruthy();
    expect(page?.agents.find(({ id }) => id === standIn.id)?.awayUntil).toBeNull();
    expect(JSON.stringify(await readRequestPage(customer, reference))).not.toMatch(/away|stand/i);
  });
});

describe("an absence", () => {
  it("begins and ends by itself, and can be ended before", async () => {
    const [from, until] = [later(now(), days(1)), later(now(), days(3))];
    await leave(absent, standIn, { from, until });
    await says(customer);
    await says(customer, later(now(), days(2)));
    await says(customer, later(now(), days(4)));
    expect(await kindsTo(absent, reference)).toEqual(["customer_replied", "customer_replied"]);
    expect(await kindsTo(standIn, reference)).toEqual(["customer_replied"]);

    await leave(absent, null);
    await says(customer);
    expect(await kindsTo(absent, reference)).toHaveLength(2);
    expect((await readAbsence(absent)).absence).toMatchObject({ standIn: null });
    await run(absent, comeBack);
    await run(absent, comeBack);
    await says(customer);
    expect(await kindsTo(absent, reference)).toHaveLength(3);
    expect((await readAbsence(absent)).absence).toBeNull();
    const events = await db().event.findMany({
      where: { personId: absent.id, type: { in: ["away_chosen", "away_ended"] } },
      orderBy: { id: "asc" },
    });
    expect(events.map(({ type }) => type)).toEqual(["away_chosen", "away_chosen", "away_ended"]);
  });

  it("is chosen in days of one's own time zone", async () => {
    const there = { ...absent, timeZone: "Pacific/Auckland" };
    await run(
      there,
      act => sendAway(act, { from: "2099-01-01", until: "2099-01-05" }),
      new Date("2098-12-30T00:00Z"),
    );
    const { awayFrom, awayUntil } = await db().person.findUniqueOrThrow({ where: { id: absent.id } });
    expect([awayFrom, awayUntil].map(at => at?.toISOString())).toEqual([
      ...["2098-12-31T11:00:00.000Z", "2099-01-04T11:00:00.000Z"],
    ]);
    const data = new FormData();
    data.set("from", "soon");
    expect(parseWithZod(data, { schema: awayForm }).status).toBe("error");
  });

  it("is refused to customers, backwards, once it is over, for too long, and without a colleague to stand in", async () => {
    await expectRefusal(leave(customer, null), "not_found");
    await expectRefusal(run(customer, comeBack), "not_found");
    await expectRefusal(readAbsence(customer), "not_found");
    const yesterday = later(now(), -days(1));
    await expectRefusal(leave(absent, null, { until: later(now(), -days(2)) }), "invalid");
    await expectRefusal(leave(absent, null, { from: later(now(), -days(2)), until: yesterday }), "invalid");
    await expectRefusal(leave(absent, null, { until: later(now(), days(400)) }), "invalid");
    const gone = await anAgent();
    await run(operator, act => suspendPerson(act, gone.email));
    for (const one of [absent, customer, gone]) await expectRefusal(leave(absent, one), "invalid");
    expect((await readAbsence(absent)).absence).toBeNull();
  });
});
