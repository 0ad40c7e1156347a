import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type ActionName, actionNames, runAction } from "@/lib/actions/table";
import type { PersonActor } from "@/lib/actor";
import { previewRun } from "@/lib/bulk-runs/preview";
import { claimRequest } from "@/lib/desk/assignment";
import { addCustomerNote } from "@/lib/desk/customer-notes";
import { handOverRequest } from "@/lib/desk/handover";
import { linkRequest } from "@/lib/desk/linking";
import { snoozeRequest, wakeRequest } from "@/lib/desk/snooze";
import { tagByName, tagRequest } from "@/lib/desk/tagging";
import { takeAnswer } from "@/lib/entry/due-replies";
import type { Act } from "@/lib/events/act";
import { followRequest } from "@/lib/requests/following";
import { shareRequest } from "@/lib/sharing/share";
import { sampleInputs, targetOf } from "../../support/actions";
import { anOrder, carryOut, outcomeOf } from "../../support/bulk-runs";
import { correct } from "../../support/correct";
import { makeTestDatabase } from "../../support/databases";
import { actorOf, anAddress, anAdmin, anAgent, aRequest, moveTo, run } from "../../support/factories";
import { everythingOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";
import { setSettings } from "../../support/settings";
import { aTag } from "../../support/tags";
import { aTeam } from "../../support/teams";
import { retype } from "../../support/type-change";

let admin: PersonActor;
let own: { team: string; agent: PersonActor };
let others: { team: string; agent: PersonActor };
let tag: string;
let inputs: typeof sampleInputs;

beforeAll(async () => {
  setSettings({ AGENTS_SEE: "teams", DATABASE_URL: await makeTestDatabase("other_team") });
  admin = await anAdmin();
  const [agent, other] = [await anAgent(), await anAgent()];
  own = { agent, team: await aTeam({ members: [agent] }) };
  others = { agent: other, team: await aTeam({ members: [other] }) };
  tag = await aTag();
  inputs = { ...sampleInputs, hand_over: { team: own.team }, tag: { tag }, untag: { tag } };
});

const handOver = (reference: string, from: string | null, to: string) =>
  run(admin, act => handOverRequest(act, { reference, from, to }, [own.agent.id]));

/** To which the action can be done by those who see it, and makes a difference. */
async function ripeFor(name: ActionName, team: string): Promise<string> {
  const reference = await aRequest();
  if (name === "reopen") await moveTo(admin, reference, "resolve", { resolution: "done" });
  if (name === "untag") await run(admin, act => tagRequest(act, { reference, tag }));
  await handOver(reference, null, team);
  return reference;
}

describe("a request of another team", () => {
  it.each(actionNames)("is not there to %s it, and stays as it is", async name => {
    const reference = await ripeFor(name, others.team);
    const [before, target] = [await everythingOf(reference), await targetOf(reference)];
    await expectRefusal(
      run(own.agent, act => runAction(act, name, target, inputs[name])),
      "not_found",
    );
    const { requests } = await previewRun(own.agent, name, { references: [reference] });
    expect(requests).toEqual([]);
    expect(await everythingOf(reference)).toEqual(before);
  });

  it.each(actionNames)("is left undone by a bulk run that ordered to %s it while it was seen", async name => {
    const reference = await ripeFor(name, own.team);
    const input = name === "hand_over" ? { team: own.team } : inputs[name];
    const runId = await anOrder(own.agent, name, [reference], input);
    await handOver(reference, own.team, others.team);
    const before = await everythingOf(reference);
    await carryOut(runId);
    expect(await outcomeOf(runId, reference)).toBe("not_found");
    expect(await everythingOf(reference)).toEqual(before);
  });
});

describe("whatever else is done on a page", () => {
  let reference: string;
  beforeEach(async () => {
    reference = await aRequest();
    await run(admin, act => snoozeRequest(act, { reference, until: new Date(Date.now() + 86_400_000) }));
    await handOver(reference, null, others.team);
  });

  const commands: [string, (act: Act) => Promise<unknown>][] = [
    ["claiming", act => claimRequest(act, { reference })],
    ["ending its snooze", act => wakeRequest(act, { reference })],
    ["following", act => followRequest(act, { reference, follows: true })],
    ["a new tag", act => tagByName(act, { reference, name: "Quite new", isNew: true })],
    ["a note about its customer", act => addCustomerNote(act, { reference, body: "Kind." })],
    ["sharing", act => shareRequest(act, { reference, shareWith: [anAddress()] })],
    [
      "an answer that can be undone",
      act => takeAnswer(act, { reference, mode: "reply", version: 1, body: "Here." }, true),
    ],
  ];
  it.each(commands)("%s is refused where another team has the request", async (_, command) => {
    const before = await everythingOf(reference);
    await expectRefusal(run(own.agent, command), "not_found");
    expect(await everythingOf(reference)).toEqual(before);
  });

  it("so are a change of type, a correction and a link", async () => {
    const before = await everythingOf(reference);
    await expectRefusal(retype(own.agent, reference, "help-with-amtl3", { details: "How?" }), "not_found");
    await expectRefusal(correct(own.agent, reference, { summary: "Mine" }), "not_found");
    const seen = await aRequest();
    await handOver(seen, null, own.team);
    await expectRefusal(
      run(own.agent, act => linkRequest(act, { reference: seen, other: reference, kind: "related" })),
      "not_found",
    );
    expect(await everythingOf(reference)).toEqual(before);
  });

  it("a lead sees the request, and can do it", async () => {
    const { email } = await anAgent();
    await aTeam({ leads: [await actorOf(email)] });
    const lead = await actorOf(email);
    await moveTo(lead, reference, "start");
    await run(lead, act => claimRequest(act, { reference }));
  });
});
