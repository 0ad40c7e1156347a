import "../../support/made-up-move";
import { beforeEach, expect, it } from "vitest";
import { offersOf } from "@/app/agent/requests/[reference]/offers";
import { tellPage } from "@/app/agent/requests/[reference]/tell-page";
import { moveForm } from "@/components/requests/move-form";
import type { PersonActor } from "@/lib/actor";
import { readDeskPage } from "@/lib/desk/agent-view";
import { claimRequest } from "@/lib/desk/assignment";
import { saveDraft } from "@/lib/drafts/drafts";
import { placeOfForm } from "@/lib/drafts/places";
import { readUnsent } from "@/lib/drafts/unsent";
import { answerForm, sendAnswer } from "@/lib/entry/desk-forms";
import { translatorOf } from "@/lib/messages/translate";
import { readRequestPage } from "@/lib/requests/customer-view";
import { historyViewOf } from "@/lib/requests/history-view";
import { moveInput } from "@/lib/requests/input";
import { moveCode } from "@/lib/requests/labels";
import { movesOn } from "@/lib/requests/lifecycle";
import { requestPath } from "@/lib/requests/view";
import { deskList } from "@/lib/search/desk-list";
import { listQueue } from "@/lib/search/queue";
import { readListQuery } from "@/lib/search/view";
import tailwind from "@/tailwind.config";
import { aCustomer, anAgent, aRequest, aRequestIn, moveTo, run } from "../../support/factories";
import { linesOf } from "../../support/history";
import { madeUpMove } from "../../support/made-up-move";
import { deliveriesOf, rowOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";

// One row in the table of moves, and its texts, make a move of the whole desk.
const t = translatorOf("en");
let customer: PersonActor;
let agent: PersonActor;
let reference: string;

beforeEach(async () => {
  [customer, agent] = [await aCustomer(), await anAgent()];
  reference = await aRequest({ by: customer });
});

const offer = (surface: string) => ({ move: madeUpMove, surface });

it("is a button for the customer, and a mode of the agents' answer box", async () => {
  expect((await readRequestPage(customer, reference))?.moves).toContainEqual(
    expect.objectContaining(offer("button")),
  );
  expect((await readDeskPage(agent, reference))?.moves).toContainEqual(
    expect.objectContaining(offer("mode")),
  );
  expect(t(moveCode(madeUpMove, "label"))).toBe("Escalate");
  expect(moveInput.parse({ reference, move: madeUpMove, version: 1 }).move).toBe(madeUpMove);
  expect(answerForm.parse({ reference, mode: madeUpMove, version: 1 }).mode).toBe(madeUpMove);
});

it("is among the moves of the agents' palette, wherever the page has it", async () => {
  const request = await readDeskPage(agent, reference);
  if (!request) throw new Error("The agent does not see the request.");
  const clock = { now: new Date().toISOString(), timeZone: "UTC", language: "en-GB" };
  const moveOffers = offersOf(tellPage({ request, stamp: "", all: "" }, t, clock), []).filter(
    ({ group }) => group === "move",
  );
  expect(moveOffers.map(({ label }) => label)).toEqual([
    "Ask the customer",
    "Resolve",
    "Escalate",
    "Start work",
  ]);
  expect(moveOffers).toContainEqual({ group: "move", label: "Escalate", at: "#answer-mode-escalate" });
});

it("has its rule in the style sheet that shows what belongs to a mode", () => {
  const rules: object[] = [];
  for (const plugin of tailwind.plugins)
    plugin({ addBase: (base: object) => rules.push(base) } as unknown as Parameters<typeof plugin>[0]);
  expect(Object.assign({}, ...rules)).toHaveProperty([
    "#answer:has(#answer-mode-escalate:checked) .of-mode:not(.for-escalate)",
  ]);
});

it("is made by an agent with words: one entry of the history and one mail, under the filter for comments as well", async () => {
  const { version } = await rowOf(reference);
  await run(agent, act =>
    sendAnswer(act, { reference, mode: madeUpMove, version, body: "My boss looks at it." }),
  );
  const entry = {
    kind: "comment",
    body: "My boss looks at it.",
    change: { label: { code: "statuses.customer.in_progress" } },
  };
  for (const view of [historyViewOf({}), historyViewOf({ history: "comments" })])
    expect((await readRequestPage(customer, reference, view))?.timeline).toMatchObject([entry]);
  const mails = await deliveriesOf(reference);
  expect(mails.map(({ kind, to }) => [kind, to])).toEqual([
    ["request_received", customer.email],
    ["status_changed", customer.email],
  ]);
});

it("is made by the customer without words, in words of its own, and is found by the filter of its status", async () => {
  await moveTo(customer, reference, madeUpMove);
  const page = await readDeskPage(agent, reference);
  expect(page?.timeline).toMatchObject([{ kind: "change", status: "in_progress" }]);
  expect(linesOf(page)).toEqual([`${customer.name} escalated the request`]);
  await run(agent, act => claimRequest(act, { reference }));
  const found = await listQueue(agent, readListQuery(deskList, "status=in_progress&assigned=me"));
  expect(found.rows.map(row => row.reference)).toEqual([reference]);
});

it("keeps the reason that is being typed for it as a draft", async () => {
  expect(movesOn("button", "customer")).toContain(madeUpMove);
  const { id, names } = moveForm(madeUpMove);
  const place = placeOfForm(requestPath(reference, "customer"), id);
  await run(customer, act => saveDraft(act, { place, fields: { body: "It is urg" } }));
  expect((await readUnsent(customer, place, names)).draft.kept?.fields).toEqual({ body: "It is urg" });
});

it("is refused from every other status, to strangers, and from an older page", async () => {
  const over = await aRequestIn("resolved", { by: customer });
  await expectRefusal(
    moveTo(customer, over, madeUpMove),
    "forbidden",
    "“Escalate” is not possible while the request is “Resolved”.",
  );
  await expectRefusal(moveTo(await aCustomer(), reference, madeUpMove), "not_found");
  const { version } = await rowOf(reference);
  await moveTo(customer, reference, madeUpMove);
  await expectRefusal(moveTo(agent, reference, madeUpMove, { version }), "conflict");
});
