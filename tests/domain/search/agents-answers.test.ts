import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import type { Field } from "@/lib/catalog/fields";
import { readWording } from "@/lib/catalog/wording";
import { db } from "@/lib/db";
import { weedVocabulary } from "@/lib/erasures/vocabulary";
import { commentOnRequest } from "@/lib/requests/comments";
import { deskList } from "@/lib/search/desk-list";
import { listRequests } from "@/lib/search/list";
import { ourList, readView } from "@/lib/search/own-list";
import { listQueue } from "@/lib/search/queue";
import { ourScope } from "@/lib/search/scope";
import { readListQuery } from "@/lib/search/view";
import { correctAsAgent, publishes } from "../../support/agents-questions";
import { aType } from "../../support/catalog";
import { aList, asking } from "../../support/choice-lists";
import { aCustomer, anAgent, aParticipant, aRequest, run } from "../../support/factories";
import { anOrganisation } from "../../support/organisations";

const mark = () => `zq${randomUUID().replaceAll("-", "").replace(/\d/g, "x")}`;
const search = async (who: PersonActor, q: string) =>
  (await listQueue(who, readListQuery(deskList, `status=all&q=${q}`))).rows;
const found = async (who: PersonActor, q: string) => (await search(who, q)).map(row => row.reference);
const snippetOf = async (who: PersonActor, q: string) => {
  const [row] = await search(who, q);
  return row?.snippet && [row.snippet.from, row.snippet.stretches.map(({ text }) => text).join("")];
};

const [ofEntry, ofOption] = [mark(), mark()];
const frame: Field = { key: "frame", kind: "text", label: "Frame number", agentsOnly: true };
const cause: Field = {
  ...{ key: "cause", kind: "single_choice", label: "Cause", agentsOnly: true },
  options: [{ value: "wear", label: `Worn ${ofOption}` }],
};

let agent: PersonActor;
let type: string;
beforeAll(async () => {
  [agent, type] = [await anAgent(), await aType()];
  const list = await aList([{ value: "north", label: `North ${ofEntry}` }]);
  await publishes(type, [
    { key: "details", kind: "long_text", label: "What?" },
    ...[frame, cause, asking(list, { key: "place", label: "Place", agentsOnly: true })],
  ]);
});

const raised = (by: PersonActor, organisation?: string) =>
  aRequest({ by, type, answers: { details: "It squeaks." }, ...(organisation && { organisation }) });

describe("what agents have answered", () => {
  it("is found by agents as they read it, is shown with its question, and is forgotten once it is corrected", async () => {
    const [reference, word, later] = [await raised(await aCustomer()), mark(), mark()];
    await correctAsAgent(agent, reference, {
      answers: { frame: `KX-${word}`, cause: "wear", place: "north" },
    });
    await readWording();
    for (const typed of [word, word.slice(3, -3), ofOption, ofEntry])
      expect(await found(agent, typed), typed).toEqual([reference]);
    expect(await snippetOf(agent, word)).toEqual([{ label: "Frame number" }, `KX-${word}`]);
    expect(await snippetOf(agent, ofEntry)).toEqual([{ label: "Place" }, `North ${ofEntry}`]);
    await weedVocabulary();
    expect(await found(agent, word)).toEqual([reference]);
    await correctAsAgent(agent, reference, { answers: { frame: later } });
    expect(await found(agent, word)).toEqual([]);
    expect(await found(agent, later)).toEqual([reference]);
  });

  it("is found by no customer: neither who raised it, nor who takes part, nor who manages the organisation", async () => {
    const [manager, member] = [await aCustomer(), await aCustomer()];
    const organisation = await anOrganisation({ managers: [manager], members: [member] });
    const ours = await raised(member, organisation);
    const participant = await aParticipant(ours);
    const word = mark();
    await correctAsAgent(agent, ours, { answers: { frame: word, place: "north" } });
    expect(await found(agent, word)).toEqual([ours]);
    const list = ourList(organisation);
    for (const typed of [word, word.slice(2, 9), ofEntry]) {
      for (const who of [member, participant])
        expect((await listRequests(who, readView(`show=all&q=${typed}`))).rows).toEqual([]);
      const seen = await listRequests(manager, readListQuery(list, `show=all&q=${typed}`), {
        list,
        scope: ourScope(manager, organisation),
      });
      expect(seen.rows).toEqual([]);
    }
    const text = await db().$queryRaw<unknown[]>`select from passages where strpos(folded, ${word}) > 0`;
    expect(text).toEqual([]);
  });

  it("is found by no agent who does not see the request, and none who takes part in it", async () => {
    const [colleague, word, both] = [await anAgent(), mark(), mark()];
    const own = await raised(colleague);
    await correctAsAgent(agent, own, { answers: { frame: `${word} ${both}` } });
    await run(agent, act => commentOnRequest(act, { reference: own, body: `About ${both}` }));
    expect(await found({ ...(await anAgent()), seesDesk: false }, word)).toEqual([]);
    expect(await found(colleague, word)).toEqual([]);
    expect(await snippetOf(colleague, both)).toEqual(["comment", `About ${both}`]);
    expect(await found(agent, word)).toEqual([own]);
  });
});
