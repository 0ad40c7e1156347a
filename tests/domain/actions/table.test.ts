import { beforeAll, describe, expect, it } from "vitest";
import { type ActionName, actionNames, actionOf, isActionName, runAction } from "@/lib/actions/table";
import type { PersonActor } from "@/lib/actor";
import { previewRun } from "@/lib/bulk-runs/preview";
import { claimRequest } from "@/lib/desk/assignment";
import { handOverRequest } from "@/lib/desk/handover";
import { setPriority } from "@/lib/desk/priority";
import { tagRequest, untagRequest } from "@/lib/desk/tagging";
import { messages } from "@/lib/generated/messages";
import type { RefusalCode } from "@/lib/refusal";
import { refusals } from "@/lib/refusals";
import { commentOnRequest } from "@/lib/requests/comments";
import { movesOn } from "@/lib/requests/lifecycle";
import { sampleInputs, targetOf } from "../../support/actions";
import { aCustomer, anAgent, aRequest, aRequestIn, moveTo, requesterOf, run } from "../../support/factories";
import { eventsOf, everythingOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";
import { aTag } from "../../support/tags";
import { aTeam } from "../../support/teams";

let inputs: typeof sampleInputs;
let names: { team: string; elsewhere: string; tag: string };

beforeAll(async () => {
  names = { team: await aTeam(), elsewhere: await aTeam(), tag: await aTag() };
  const { team, tag } = names;
  inputs = { ...sampleInputs, hand_over: { team }, tag: { tag }, untag: { tag } };
});

const act = async (actor: PersonActor, name: ActionName, reference: string, input = inputs[name]) => {
  const target = await targetOf(reference);
  await run(actor, own => runAction(own, name, target, input));
};

/** A request to which the action can be done, and makes a difference. */
async function ripeFor(name: ActionName, by?: PersonActor): Promise<string> {
  const reference = await aRequestIn(name === "reopen" ? "resolved" : "waiting_for_support", { by });
  if (name === "untag") await run(await anAgent(), act => tagRequest(act, { reference, tag: names.tag }));
  return reference;
}

type Case = {
  /** What another agent, or the customer, does in between, and what the action then says; null: it does not matter. */
  meanwhile: (colleague: PersonActor, reference: string) => Promise<unknown>;
  lost: RefusalCode | null;
  /** What it says of a closed request, and when it is done a second time; null: it is done. */
  closed: RefusalCode | null;
  again: RefusalCode | "nothing" | null;
};

const customerWrites = async (_: PersonActor, reference: string) =>
  run(await requesterOf(reference), act =>
    commentOnRequest(act, { reference, body: "One more thing.", afterResolved: "keep" }),
  );
const moved =
  (...[move, words]: [Parameters<typeof moveTo>[2], Parameters<typeof moveTo>[3]?]) =>
  (colleague: PersonActor, reference: string) =>
    moveTo(colleague, reference, move, words);

const cases: Record<ActionName, Case> = {
  assign: {
    meanwhile: (colleague, reference) => run(colleague, act => claimRequest(act, { reference })),
    lost: "assignment.conflict",
    closed: null,
    again: "nothing",
  },
  hand_over: {
    meanwhile: (colleague, reference) =>
      run(colleague, act => handOverRequest(act, { reference, from: null, to: names.elsewhere })),
    lost: "bulk.changed",
    closed: null,
    again: "nothing",
  },
  start: {
    meanwhile: moved("start"),
    lost: "comment.unseen",
    closed: "move.impossible",
    again: "move.impossible",
  },
  ask: { meanwhile: customerWrites, lost: "comment.unseen", closed: "move.impossible", again: null },
  resolve: {
    meanwhile: moved("resolve", { resolution: "duplicate" }),
    lost: "comment.unseen",
    closed: "move.impossible",
    again: "move.impossible",
  },
  reopen: {
    meanwhile: moved("reopen"),
    lost: "comment.unseen",
    closed: "move.impossible",
    again: "move.impossible",
  },
  prioritise: {
    meanwhile: (colleague, reference) => run(colleague, act => setPriority(act, { reference, to: "low" })),
    lost: "bulk.changed",
    closed: null,
    again: "nothing",
  },
  tag: {
    meanwhile: (colleague, reference) =>
      run(colleague, act => tagRequest(act, { reference, tag: names.tag })),
    lost: null,
    closed: null,
    again: "nothing",
  },
  untag: {
    meanwhile: (colleague, reference) =>
      run(colleague, act => untagRequest(act, { reference, tag: names.tag })),
    lost: null,
    closed: null,
    again: "nothing",
  },
  snooze: {
    meanwhile: customerWrites,
    lost: "bulk.changed",
    closed: "snooze.not_open",
    again: "nothing",
  },
  reply: { meanwhile: customerWrites, lost: "comment.unseen", closed: "comment.request_closed", again: null },
  note: { meanwhile: customerWrites, lost: null, closed: null, again: null },
};

async function expectCode(outcome: Promise<unknown>, code: RefusalCode | null): Promise<void> {
  if (code === null) await outcome;
  else expect((await expectRefusal(outcome, refusals[code].kind)).code).toBe(code);
}

describe("the table of actions", () => {
  it("has every move that agents make, and words of its own for each action", () => {
    for (const move of [...movesOn("mode", "agent"), ...movesOn("button", "agent")])
      expect(isActionName(move)).toBe(true);
    for (const name of actionNames)
      for (const said of ["for", "will"]) expect(messages.en).toHaveProperty([`actions.${said}.${name}`]);
  });

  it.each([
    ["assign", {}],
    ["assign", { to: "somebody" }],
    ["assign", { to: null, from: null }],
    ["hand_over", {}],
    ["hand_over", { team: "Not a slug" }],
    ["start", { body: "Not asked." }],
    ["ask", { body: " \n" }],
    ["ask", {}],
    ["resolve", {}],
    ["resolve", { resolution: "by_customer" }],
    ["prioritise", { priority: "none" }],
    ["tag", {}],
    ["tag", { tag: "Not a slug" }],
    ["untag", { tag: null }],
    ["snooze", {}],
    ["snooze", { until: "tomorrow" }],
    ["reply", { body: "" }],
    ["reply", { body: "x".repeat(20_001) }],
    ["note", {}],
  ] as const)("takes nothing else than what %s asks: not %j", (name, input) => {
    expect(actionOf(name).input.safeParse(input).success).toBe(false);
    expect(actionOf(name).input.safeParse(inputs[name]).success).toBe(true);
  });

  it.each(actionNames)(
    "refuses %s to strangers, and to the customer whose request it is what agents do",
    async name => {
      const customer = await aCustomer();
      const reference = await ripeFor(name, customer);
      // A customer can re-open their own.
      if (name === "reopen") await moveTo(customer, reference, "reopen");
      const before = await everythingOf(reference);
      // “Me” is no agent here.
      const input = name === "assign" ? { to: null } : inputs[name];
      await expectRefusal(act(await aCustomer(), name, reference, input), "not_found");
      if (name !== "reply") await expectRefusal(act(customer, name, reference, input), "forbidden");
      expect(await everythingOf(reference)).toEqual(before);
    },
  );

  it.each(actionNames)(
    "says of %s beforehand what its command says, closed requests included",
    async name => {
      const agent = await anAgent();
      for (const status of ["waiting_for_support", "resolved", "closed"] as const) {
        const reference = await aRequestIn(status);
        const { unable } = await previewRun(agent, name, { references: [reference] });
        const code = unable[0]?.why.code ?? null;
        if (status === "closed") expect(code).toBe(cases[name].closed);
        await expectCode(act(agent, name, reference), code);
      }
    },
  );

  it.each(actionNames)("leaves %s undone where somebody was faster, if that matters to it", async name => {
    const { meanwhile, lost } = cases[name];
    const reference = await ripeFor(name);
    const target = await targetOf(reference);
    await meanwhile(await anAgent(), reference);
    const before = await everythingOf(reference);
    const agent = await anAgent();
    const outcome = run(agent, own => runAction(own, name, target, inputs[name]));
    await expectCode(outcome, lost);
    if (lost) expect(await everythingOf(reference)).toEqual(before);
  });

  it.each(actionNames)("records nothing of %s where it changes nothing", async name => {
    const [agent, reference, { again }] = [await anAgent(), await ripeFor(name), cases[name]];
    const before = await eventsOf(reference);
    await act(agent, name, reference);
    const once = await eventsOf(reference);
    expect(once.length).toBeGreaterThan(before.length);
    await expectCode(act(agent, name, reference), again === "nothing" ? null : again);
    const twice = await eventsOf(reference);
    expect(twice.length).toBe(again === null ? once.length + 1 : once.length);
  });

  it("assigns nobody who is no agent", async () => {
    const [agent, customer] = [await anAgent(), await aCustomer()];
    const target = await targetOf(await aRequest());
    await expectRefusal(
      run(agent, own => runAction(own, "assign", target, { to: customer.id })),
      "invalid",
      /active agent/,
    );
  });
});
