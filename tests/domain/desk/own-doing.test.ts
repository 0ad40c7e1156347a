import { beforeEach, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { assignRequest, claimRequest } from "@/lib/desk/assignment";
import { handOverRequest } from "@/lib/desk/handover";
import { addNote } from "@/lib/desk/notes";
import { setPriority } from "@/lib/desk/priority";
import { commentOnRequest } from "@/lib/requests/comments";
import { aCustomer, anAgent, aRequest, moveTo, run } from "../../support/factories";
import { commentsOf, rowOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";
import { aTeam } from "../../support/teams";

let reference: string;
let me: PersonActor;
let colleague: PersonActor;
let customer: PersonActor;

beforeEach(async () => {
  [me, colleague, customer] = await Promise.all([anAgent(), anAgent(), aCustomer()]);
  reference = await aRequest({ by: customer });
});

const reply = (by: PersonActor) =>
  run(by, act => commentOnRequest(act, { reference, body: "I look into it." }));
const resolve = (by: PersonActor, version: number) =>
  moveTo(by, reference, "resolve", { body: "It is done.", resolution: "done", version });

describe("an older page of one’s own", () => {
  it("answers and resolves after one’s own reply in another tab, which a colleague’s move prevents", async () => {
    const { version } = await rowOf(reference);
    await reply(me);
    await resolve(me, version);
    expect(await rowOf(reference)).toMatchObject({ status: "resolved" });
    expect(await commentsOf(reference)).toHaveLength(2);
    await moveTo(colleague, reference, "reopen");
    await expectRefusal(resolve(me, version), "conflict", /^Someone was faster/);
    // By a move of one's own after the colleague's, nothing of theirs is taken back unseen.
    await moveTo(me, reference, "start");
    await resolve(me, version);
    expect((await rowOf(reference)).status).toBe("resolved");
  });

  it("is told what stands where one has done the same already", async () => {
    const { version } = await rowOf(reference);
    await resolve(me, version);
    await expectRefusal(resolve(me, version), "forbidden", /is not possible while the request is “Resolved”/);
    const killed = await aRequest({ by: customer });
    const kill = () => moveTo(customer, killed, "kill", { version });
    await kill();
    await expectRefusal(kill(), "forbidden", /is not possible while the request is “Resolved”/);
    expect((await rowOf(killed)).version).toBe(version + 1);
  });

  it("gives a request away that one has taken on by a reply or a claim since, but not one that a colleague has", async () => {
    const give = (by: PersonActor, from: string | null, to: string | null) =>
      run(by, act => assignRequest(act, { reference, from, to }));
    await reply(me);
    await give(me, null, colleague.id);
    expect((await rowOf(reference)).assigneeId).toBe(colleague.id);
    await run(colleague, act => addNote(act, { reference, body: "I have it." }));
    await give(me, null, null);
    await run(colleague, act => claimRequest(act, { reference }));
    await expectRefusal(give(me, null, null), "conflict", /^Someone was faster/);
    expect((await rowOf(reference)).assigneeId).toBe(colleague.id);
  });

  it("hands over once more, and sets the priority once more", async () => {
    const [one, two] = [await aTeam(), await aTeam()];
    const handOver = (by: PersonActor, from: string | null, to: string | null) =>
      run(by, act => handOverRequest(act, { reference, from, to }));
    await handOver(me, null, one);
    await handOver(me, null, two);
    await handOver(colleague, two, one);
    await expectRefusal(handOver(me, null, two), "conflict", /^Someone was faster/);
    const set = (by: PersonActor, to: "low" | "high" | "urgent") =>
      run(by, act => setPriority(act, { reference, from: "normal", to }));
    await set(me, "low");
    await set(me, "high");
    await expectRefusal(set(colleague, "urgent"), "conflict", /^Someone was faster/);
    expect((await rowOf(reference)).priority).toBe("high");
  });
});
