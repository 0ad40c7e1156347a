import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { db } from "@/lib/db";
import { claimRequest } from "@/lib/desk/assignment";
import { linkRequest } from "@/lib/desk/linking";
import { translatorOf } from "@/lib/messages/translate";
import { sayChoice } from "@/lib/search/choice-words";
import { deskList } from "@/lib/search/desk-list";
import { offerOperators } from "@/lib/search/offered";
import { readTyped, type Vocabulary, writeTyped } from "@/lib/search/operators";
import { listQueue, listQueueChoices, peekQueue } from "@/lib/search/queue";
import { type QueueNames, queueChoicesOf } from "@/lib/search/queue-choices";
import { choiceOf, hrefOf, readListQuery } from "@/lib/search/view";
import { vocabularyOf } from "@/lib/search/vocabulary";
import { aCustomer, anAddress, anAgent, aRequest, aRequestIn, run } from "../../support/factories";
import { anOrganisation } from "../../support/organisations";
import { expectRefusal } from "../../support/refusal";

const t = translatorOf("en");
const mark = `zq${randomUUID().slice(0, 8)}`;
let agent: PersonActor;
let other: PersonActor;
let customer: PersonActor;
let vocabulary: Vocabulary;
let names: QueueNames;
let organisation: string;
let [own, over, ours]: string[] = [];

beforeAll(async () => {
  agent = await anAgent({ name: `Jo ${mark}` });
  other = await anAgent({ name: `Jo Zoë ${mark}b` });
  customer = await aCustomer({ name: `Odette ${mark}` });
  organisation = await anOrganisation({ name: `Acme ${mark}`, members: [customer] });
  // Their name reads like the value of the first.
  for (let count = 0; count < 2; count++) await anOrganisation({ name: `Größe & Söhne ${mark}` });
  own = await aRequest({
    by: customer,
    organisation: null,
    summary: `Own ${mark}`,
    at: new Date("2026-03-02T12:00:00Z"),
  });
  over = await aRequestIn("resolved", { by: customer, organisation: null, summary: `Over ${mark}` });
  ours = await aRequest({ by: customer, summary: `Ours ${mark}`, organisation, isPrivate: true });
  await run(agent, act => claimRequest(act, { reference: own ?? "" }));
  await run(agent, act => linkRequest(act, { reference: own ?? "", other: over ?? "", kind: "duplicate" }));
  await run(agent, act => linkRequest(act, { reference: ours ?? "", other: over ?? "", kind: "related" }));
  names = await listQueueChoices(agent);
  vocabulary = vocabularyOf(t, names);
});

const read = (q: string, query = "") =>
  readTyped(deskList, { ...Object.fromEntries(new URLSearchParams(query)), q }, vocabulary);
const found = async (q: string) =>
  (await listQueue(agent, read(`${q} ${mark}`).view)).rows.map(({ reference }) => reference).toSorted();
const codesOf = (q: string) => read(q).problems.map(({ code }) => code);

describe("filters typed among the words of a search", () => {
  it("find what their selects find, and with a minus all others", async () => {
    const all = [own, over, ours].toSorted();
    for (const [q, expected] of [
      ["", all],
      ["status:open", [own, ours].toSorted()],
      ["-status:open", [over]],
      ["STATUS:resolved", [over]],
      ["assignee:me", [own]],
      ["-assignee:me", [over, ours].toSorted()],
      [`assignee:"Jo Zoë ${mark}b"`, []],
      [`from:"odette ${mark}"`, all],
      [`-from:odette`, []],
      [`org:${organisation}`, [ours]],
      [`org:"acme ${mark}"`, [ours]],
      [`-org:${organisation}`, [own, over].toSorted()],
      ["before:2026-03-03", [own]],
      ["before:2026-03-02", []],
      ["after:2026-03-02 before:2026-03-03", [own]],
      ["-before:2026-03-03", [over, ours].toSorted()],
      ["resolved:today", [over]],
      ["-resolved:today -status:in-progress", [own, ours].toSorted()],
      ["type:feature-request", []],
      ["turn:desk", [own, ours].toSorted()],
      ["status:open,resolved", all],
      ["status:open status:resolved", all],
      ["status:waiting,resolved -assignee:me", [over, ours].toSorted()],
      ["-status:in-progress,resolved", [own, ours].toSorted()],
      [`assignee:"Jo Zoë ${mark}b",me`, [own]],
      [`-assignee:me,"Jo Zoë ${mark}b"`, [over, ours].toSorted()],
      [`org:${organisation},"acme ${mark}" status:open`, [ours]],
      ["type:feature-request,other-manual-request", all],
      [`linked:${over}`, [own, ours].toSorted()],
      [`linked:${ours?.toLowerCase()}`, [over]],
      [`linked:${own?.replace(/^.*-/, "")} status:done`, [over]],
      [`-linked:${over}`, [over]],
      ["is:linked", all],
      ["is:duplicate", [own]],
      ["is:duplicated", [over]],
      ["-is:linked", []],
      [`linked:${over} -is:duplicate`, [ours]],
      ["follower:me", []],
      ["-follower:me status:done", [over]],
    ] as const)
      expect({ q, found: await found(q), problems: codesOf(q) }).toEqual({
        q,
        found: expected,
        problems: [],
      });
  });

  it("take the name of an organisation from an address, as a field without script sends it", () => {
    const chosen = (said: string) => read("", new URLSearchParams({ organisation: said }).toString());
    const meant = chosen(organisation);
    expect(meant.view.filters).toContainEqual({ field: "organisation", operator: "is", value: organisation });
    for (const said of [`Acme ${mark}`, ` acme  ${mark} `])
      expect(chosen(said), said).toMatchObject({ view: { filters: meant.view.filters }, rejected: [] });
    const none = chosen("No, such. one");
    expect(none.view.filters).not.toContainEqual(expect.objectContaining({ field: "organisation" }));
    expect(none.rejected).toEqual(['org:"No, such. one"']);
    expect(none.problems.map(({ code }) => code)).toEqual(["search.typed.no_choice"]);
  });

  it("are shown by the selects as if they had been chosen there, and as typed where none has them", () => {
    const { view } = read(`assignee:me type:"feature request" -status:closed printer`);
    const byName = (name: string) =>
      deskList.parameters.filter(one => one.name === name).map(one => choiceOf(one, view))[0];
    expect(["status", "assigned", "type"].map(byName)).toEqual(["all", "me", "feature-request"]);
    expect(view.words).toBe("printer");
    expect(writeTyped(deskList, view, vocabulary)).toBe(
      "assignee:me type:feature-request -status:closed printer",
    );
  });

  it("take the place of what the address filters by, which stays otherwise", () => {
    const { view } = read("assignee:nobody", "assigned=me&turn=desk&status=open");
    expect(writeTyped(deskList, view, vocabulary)).toBe("status:open assignee:nobody turn:desk");
  });

  it("leave out what is snoozed until words are searched, without saying so, as tabs do", () => {
    for (const [q, written] of [
      ["assignee:me", "assignee:me"],
      ["assignee:me snoozed:no", "assignee:me"],
      ["assignee:me snoozed:any", "snoozed:any assignee:me"],
      ["assignee:me snoozed:no printer", "snoozed:no assignee:me printer"],
    ] as const)
      expect(writeTyped(deskList, read(q).view, vocabulary)).toBe(written);
    const sleeps = (q: string) => read(q).view.filters.some(({ field }) => field === "snoozed");
    expect(["assignee:me", "assignee:me printer"].map(sleeps)).toEqual([true, false]);
  });

  it("take several values with commas, or one after the other, and are written with commas", () => {
    for (const [q, written] of [
      ["status:open,resolved", "status:open,resolved"],
      ["status:resolved status:open,resolved", "status:resolved,open"],
      ["status:waiting", "status:waiting-for-support,waiting-for-customer"],
      [`assignee:me,"jo zoë ${mark}b"`, `assignee:me,"Jo Zoë ${mark}b"`],
      ["priority:high priority:urgent -type:feature-request", "priority:high,urgent -type:feature-request"],
      ["priority:high,nonsense", ""],
    ] as const)
      expect(writeTyped(deskList, read(q).view, vocabulary), q).toBe(written);
    const { fields } = queueChoicesOf(read("status:open,resolved").view, names);
    const [status] = fields;
    expect(status).toMatchObject({ name: "status", value: "open.resolved" });
    expect(status?.kind === "select" && status.choices.map(choice => sayChoice(t, choice))).toContain(
      "All open or Resolved",
    );
  });

  it("search all requests, unless they say which", () => {
    expect(read("assignee:me printer").view.filters).toEqual([
      { field: "assignee", operator: "is", value: "me" },
    ]);
    expect(read("").view.filters).toEqual([
      { field: "phase", operator: "is", value: "open" },
      { field: "snoozed", operator: "is", value: "no" },
    ]);
  });

  it("that cannot be understood are told, and lose nothing else", () => {
    for (const [q, code, words, rejected] of [
      ["colour:red toner", "search.typed.unknown", "colour:red toner", []],
      ["status: toner", "search.typed.empty", "toner", ["status:"]],
      ["status:nonsense toner", "search.typed.no_choice", "toner", ["status:nonsense"]],
      [`toner org:"no such"`, "search.typed.no_choice", "toner", [`org:"no such"`]],
      [`assignee:"jo" toner`, "search.typed.several", "toner", [`assignee:"jo"`]],
      ["before:tomorrow toner", "search.typed.no_day", "toner", ["before:tomorrow"]],
      ["after:2026-02-30", "search.typed.no_day", "", ["after:2026-02-30"]],
      ["turn:desk turn:customer", "search.typed.again", "", ["turn:customer"]],
      ["status:open,nonsense toner", "search.typed.no_choice", "toner", ["status:open,nonsense"]],
      ["status:, toner", "search.typed.empty", "toner", ["status:,"]],
      ["linked:the-other toner", "search.typed.no_choice", "toner", ["linked:the-other"]],
      [`from:${"x".repeat(101)} toner`, "search.typed.no_choice", "toner", [`from:${"x".repeat(101)}`]],
    ] as const) {
      const typed = read(q);
      expect([q, codesOf(q), typed.view.words, typed.rejected]).toEqual([q, [code], words, rejected]);
    }
    for (const problem of read("x:1 status: status:q before:x").problems)
      expect(t.has(problem.code)).toBe(true);
  });

  it("are none in a quoted phrase, an address, a time or in front of a space", () => {
    for (const q of [`"status:open"`, "https://desk.test/a", "12:30", "Error: no light", "re:"])
      expect([read(q).view.words, codesOf(q)]).toEqual([q, []]);
  });

  it("are read again as they are written, whatever is set", () => {
    const choices = deskList.parameters.flatMap(({ name }) => {
      const field = vocabulary.fields.find(one => one.name === name);
      const values =
        field?.kind === "select" ? field.choices.map(({ value }) => value) : ["2026-03-01", "2024-02-29"];
      return values.filter(Boolean).map(value => [name, value] as const);
    });
    const several = new Map(
      deskList.parameters.filter(({ isList }) => isList).map(({ name }) => [name, [] as string[]]),
    );
    for (const [name, value] of choices) several.get(name)?.push(value);
    const lists = fc
      .constantFrom(...[...several].filter(([, values]) => values.length > 1))
      .chain(([name, values]) =>
        fc
          .uniqueArray(fc.constantFrom(...values), { minLength: 2, maxLength: 3 })
          .map(some => [name, some.join(".")] as const),
      );
    const asked = fc.array(fc.tuple(fc.oneof(fc.constantFrom(...choices), lists), fc.boolean()), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(asked, fc.constantFrom("", "two words", `"a phrase" x`), (chosen, words) => {
        const query = new URLSearchParams({ status: "all", q: words });
        for (const [[name, value], isNot] of chosen)
          if (isNot) query.append("not", `${name}:${value}`);
          else query.set(name, value);
        const view = readListQuery(deskList, query.toString());
        const typed = writeTyped(deskList, view, vocabulary);
        const again = typed === "" ? read("", "status=all") : read(typed);
        expect(again.problems).toEqual([]);
        expect(hrefOf(deskList, again.view)).toBe(hrefOf(deskList, view));
        expect(readListQuery(deskList, hrefOf(deskList, view).split("?")[1] ?? "")).toEqual(view);
      }),
    );
  });
});

describe("what the box completes from", () => {
  it("is every filter of the queue, with values that are understood", async () => {
    const operators = await offerOperators(agent, t);
    expect(operators).toHaveLength(deskList.parameters.length);
    for (const { name, values } of operators)
      for (const [typed, label] of values)
        expect({ name, typed, label, problems: codesOf(`${name}:${typed}`) }).toMatchObject({ problems: [] });
    const org = operators.find(({ name }) => name === "org");
    expect(org?.values).toContainEqual([organisation, `Acme ${mark}`]);
  });

  it("and the requests that it finds, do not exist for customers, whatever they belong to", async () => {
    await expectRefusal(offerOperators(customer, t), "not_found");
    await expectRefusal(peekQueue(customer, read(mark).view), "not_found");
  });

  it("finds the first five requests, with and without words", async () => {
    const peeked = async (q: string) => (await peekQueue(agent, read(q).view)).map(row => row.reference);
    expect((await peeked(mark)).toSorted()).toEqual([own, over, ours].toSorted());
    expect(await peeked(`org:${organisation}`)).toEqual([ours]);
    for (let count = 0; count < 5; count++) await aRequest();
    expect((await peeked("status:all")).length).toBe(5);
    expect(await peeked(`${mark}x`)).toEqual([]);
  });

  it("tells agents of the same name apart by their addresses, as the select does, also by one that has changed", async () => {
    const twin = await anAgent({ name: other.name });
    const email = anAddress("twin");
    await db().person.update({ where: { id: twin.id }, data: { email }, select: { id: true } });
    const labels = [other.email, email].map(address => `${twin.name} (${address})`).toSorted();
    const isTwin = (label: string) => label.startsWith(twin.name);
    const operators = await offerOperators(agent, t);
    const values = operators.find(({ name }) => name === "assignee")?.values ?? [];
    expect(
      values
        .map(([, label]) => label)
        .filter(isTwin)
        .toSorted(),
    ).toEqual(labels);
    const { agents } = await listQueueChoices(agent);
    expect(
      agents
        .map(({ label }) => label)
        .filter(isTwin)
        .toSorted(),
    ).toEqual(labels);
    const now = vocabularyOf(t, await listQueueChoices(agent));
    for (const address of [other.email, email])
      expect(
        writeTyped(
          deskList,
          readTyped(deskList, { q: `assignee:"${twin.name} (${address})"` }, now).view,
          now,
        ),
      ).toBe(`assignee:"${twin.name} (${address})"`);
  });
});
