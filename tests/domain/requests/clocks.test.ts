import { describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { later, minutes } from "@/lib/clock";
import { db } from "@/lib/db";
import { claimRequest } from "@/lib/desk/assignment";
import { addNote } from "@/lib/desk/notes";
import type { Act } from "@/lib/events/act";
import { commentOnRequest } from "@/lib/requests/comments";
import { editComment } from "@/lib/requests/edits";
import { moveRequest } from "@/lib/requests/move";
import type { Move } from "@/lib/requests/moves";
import { muteRequest } from "@/lib/requests/mute";
import { aCustomer, anAgent, aParticipant, aRequest, run } from "../../support/factories";
import { rowOf } from "../../support/records";

type World = { reference: string; customer: PersonActor; participant: PersonActor; agent: PersonActor };
type Who = "customer" | "participant" | "agent";
/** Who does it, and what. */
type Step = [Who, (act: Act, world: World) => Promise<unknown>];

const start = new Date("2026-03-02T09:00:00Z");
const at = (step: number) => later(start, minutes(step));

const says =
  (body: string) =>
  (act: Act, { reference }: World) =>
    commentOnRequest(act, { reference, body, afterResolved: "keep" });
const moves =
  (move: Move, words: { body?: string; resolution?: "done" } = {}) =>
  async (act: Act, { reference }: World) => {
    const { version } = await act.tx.serviceRequest.findFirstOrThrow({
      where: { id: (await rowOf(reference)).id },
      select: { version: true },
    });
    await moveRequest(act, { reference, move, version, ...words });
  };
const edits = async (act: Act, { reference, customer }: World) => {
  const { id } = await act.tx.comment.findFirstOrThrow({
    where: { authorId: customer.id },
    select: { id: true },
  });
  await editComment(act, { reference, commentId: id, body: "Other words", seen: 0 });
};

/** The steps, and after them: since when the desk owes a word, whether it is the customer's turn, the last activity. */
const cases: [name: string, steps: Step[], since: number, isCustomersTurn: boolean, active: number][] = [
  ["a new request waits since it was raised", [], 0, false, 0],
  ["an answer of the desk hands the turn over", [["agent", says("Which one?")]], 0, true, 1],
  ["a comment of the customer takes no place from them", [["customer", says("And hurry")]], 0, false, 1],
  [
    "a comment after an answer makes the desk owe a word from then on",
    [
      ["agent", says("Which one?")],
      ["participant", says("The red one")],
    ],
    2,
    false,
    2,
  ],
  ["starting work says nothing", [["agent", moves("start")]], 0, false, 1],
  ["a question hands the turn over", [["agent", moves("ask", { body: "Which one?" })]], 0, true, 1],
  [
    "the answer to a question gives it back",
    [
      ["agent", moves("ask", { body: "Which one?" })],
      ["customer", moves("respond", { body: "The red one" })],
    ],
    2,
    false,
    2,
  ],
  [
    "a resolution without words leaves the turn",
    [["agent", moves("resolve", { resolution: "done" })]],
    0,
    false,
    1,
  ],
  [
    "a resolution with words hands it over",
    [["agent", moves("resolve", { resolution: "done", body: "Done." })]],
    0,
    true,
    1,
  ],
  ["killing the issue leaves the turn", [["customer", moves("kill", { body: "Never mind" })]], 0, false, 1],
  [
    "re-opening starts the wait anew",
    [
      ["agent", moves("resolve", { resolution: "done", body: "Done." })],
      ["customer", moves("reopen")],
    ],
    2,
    false,
    2,
  ],
  [
    "notes, assignments, edits and mutes are no activity",
    [
      ["customer", says("Hello")],
      ["agent", (act, { reference }) => addNote(act, { reference, body: "Between us" })],
      ["agent", (act, { reference }) => claimRequest(act, { reference })],
      ["customer", edits],
      ["customer", (act, { reference }) => muteRequest(act, { reference, muted: true })],
    ],
    0,
    false,
    1,
  ],
];

async function aWorld(): Promise<World> {
  const [customer, agent] = [await aCustomer(), await anAgent()];
  const reference = await aRequest({ by: customer, at: start });
  return { reference, customer, agent, participant: await aParticipant(reference) };
}

async function clocksOf({ reference }: World) {
  const { waitingSince, deskSpokeLast, lastActivityAt, id } = await rowOf(reference);
  const members = await db().member.findMany({ where: { requestId: id }, select: { lastActivityAt: true } });
  for (const member of members) expect(member.lastActivityAt).toEqual(lastActivityAt);
  return { since: waitingSince, isCustomersTurn: deskSpokeLast, active: lastActivityAt };
}

describe("the clocks of a request", () => {
  it.each(cases)("%s", async (_name, steps, since, isCustomersTurn, active) => {
    const world = await aWorld();
    for (const [index, [who, does]] of steps.entries())
      await run(world[who], act => does(act, world), at(index + 1));
    expect(await clocksOf(world)).toEqual({ since: at(since), isCustomersTurn, active: at(active) });
  });

  it("are the same for several commands in one act as for one act each", async () => {
    const world = await aWorld();
    await run(world.agent, act => says("Which one?")(act, world), at(1));
    await run(
      world.customer,
      async act => {
        await says("The red one")(act, world);
        await says("And hurry")(act, world);
      },
      at(2),
    );
    expect(await clocksOf(world)).toEqual({ since: at(2), isCustomersTurn: false, active: at(2) });
  });
});
