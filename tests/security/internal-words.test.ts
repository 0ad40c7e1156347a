import { randomBytes } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { goAway } from "@/lib/accounts/away";
import { keepDueReply } from "@/lib/actions/due-replies";
import type { PersonActor } from "@/lib/actor";
import { listNotices } from "@/lib/bell/notices";
import type { Field } from "@/lib/catalog/fields";
import { saveForm } from "@/lib/catalog/form-drafts";
import { readForm } from "@/lib/catalog/queries";
import { setAudience } from "@/lib/catalog/restriction";
import { days, later, now } from "@/lib/clock";
import { handOverRequest } from "@/lib/desk/handover";
import { addNote } from "@/lib/desk/notes";
import { noteLook } from "@/lib/desk/presence";
import { setPriority } from "@/lib/desk/priority";
import { snoozeRequest } from "@/lib/desk/snooze";
import { tagByName } from "@/lib/desk/tagging";
import { translatorOf } from "@/lib/messages/translate";
import { writeMyData } from "@/lib/my-data/write";
import { commentOnRequest } from "@/lib/requests/comments";
import { muteRequest } from "@/lib/requests/mute";
import { createView } from "@/lib/saved-views/change";
import { correctAsAgent, publishes } from "../support/agents-questions";
import { anAttackedDesk, complaintsOf } from "../support/attacked";
import { aReply } from "../support/canned-replies";
import { aType } from "../support/catalog";
import { aList, asking, departments } from "../support/choice-lists";
import { eventually } from "../support/eventually";
import { aCustomer, anAdmin, anAgent, aParticipant, aRequest, moveTo, run } from "../support/factories";
import { anOrganisation } from "../support/organisations";
import { cookieOf } from "../support/raise-by-post";
import { rowOf } from "../support/records";
import { sentMails } from "../support/sent-mails";
import { pulsesIn, streaming } from "../support/streaming";
import { aTeam } from "../support/teams";
import { send } from "../support/wire";

const desk = anAttackedDesk();

/** In every field that only the desk knows. */
const canary = "Kestrel";
/** And what there are no words of ours in: priority, snooze, and that there are teams, tags and views. */
const internal = /kestrel|(?<!fetch)priorit|(?<!count-)urgent|snooz|class="tag|"team"|mentioned|canned/i;

/** What only agents are asked, and which types have it in their forms. */
const [asked, onlyAsked] = ["other-manual-request", "question-about-an-invoice"];
const ofAgents: Field[] = [
  { key: "kestrel_part", kind: "section", label: `${canary} part`, agentsOnly: true },
  {
    ...{ key: "kestrel_number", kind: "text", label: `${canary} number`, help: canary, agentsOnly: true },
    ...{ required: true, pattern: "Kestrel.*", patternMessage: canary },
  },
  {
    ...{ key: "kestrel_cause", kind: "single_choice", label: `${canary} cause`, agentsOnly: true },
    options: [{ value: "kestrel_wear", label: `${canary} wear` }],
  },
];

/** Of a list that only agents are offered. */
const named = [{ value: "kestrel_north", label: `${canary} north` }];

let reference: string;
let formId: string;
let organisation: string;
let kestrel: PersonActor;
const readers: [who: string, person: PersonActor, cookie: string][] = [];

beforeAll(async () => {
  const [customer, manager, follower, agent] = [
    await aCustomer(),
    await aCustomer(),
    await aCustomer(),
    await anAgent(),
  ];
  organisation = await anOrganisation({ members: [customer], managers: [manager, follower] });
  const lists = [await aList(departments, `${canary} list`), await aList(named, `${canary} entries`)];
  const [open = "", internalOnly = ""] = lists;
  ofAgents.push(asking(internalOnly, { key: "kestrel_place", label: `${canary} place`, agentsOnly: true }));
  await publishes(asked, [...((await readForm(asked))?.fields ?? []), asking(open), ...ofAgents]);
  reference = await aRequest({ by: customer });
  const { formVersionId } = await rowOf(reference);
  formId = formVersionId;
  for (const [who, person] of [
    ["its customer", customer],
    ["a participant", await aParticipant(reference)],
    ["a manager", manager],
    ["a manager who follows it", follower],
  ] as const)
    readers.push([who, person, await cookieOf(person)]);
  await run(follower, act => muteRequest(act, { reference, muted: false }));
  kestrel = await anAgent({ name: `${canary} of the desk` });
  const team = await aTeam({ name: `${canary} team`, members: [agent] });
  await aReply({ team, name: `${canary} of a team`, body: canary });
  await aReply({ name: `${canary} of the desk`, body: canary });
  const view = { name: `${canary} view`, query: "status=open" };
  await run(await anAdmin(), act => createView(act, "desk", view));
  await aType({ name: `${canary} draft`, isDraft: true });
  const slug = await aType({ name: `${canary} type` });
  const question: Field = { key: "kestrel", kind: "checkbox", label: `${canary} question` };
  const drafted = { slug: await aType({ name: "Offered" }), version: 0, fields: [question] };
  await run(await anAdmin(), act => saveForm(act, drafted));
  const restricted = { slug, version: 1, audience: "agents" as const, organisations: [] };
  await run(await anAdmin(), act => setAudience(act, restricted));
  await run(agent, act => addNote(act, { reference, body: `@${kestrel.name} ${canary} only for us` }));
  await publishes(onlyAsked, [...((await readForm(onlyAsked))?.fields ?? []), ...ofAgents]);
  const answered = {
    kestrel_number: "Kestrel 1",
    kestrel_cause: "kestrel_wear",
    kestrel_place: "kestrel_north",
  };
  await correctAsAgent(agent, reference, { answers: answered });
  await correctAsAgent(agent, reference, { answers: { kestrel_number: "Kestrel 2" } });
  await run(agent, act => tagByName(act, { reference, name: `${canary} tag`, isNew: true }));
  await run(agent, act => setPriority(act, { reference, to: "urgent" }));
  await run(agent, act => handOverRequest(act, { reference, from: null, to: team }));
  await run(agent, act => snoozeRequest(act, { reference, until: later(new Date(), days(1)) }));
  const look = { reference, lookId: randomBytes(16).toString("hex"), isWriting: true };
  await noteLook(kestrel, look, now());
  await run(agent, act => commentOnRequest(act, { reference, body: "What all may read." }));
  await moveTo(agent, reference, "ask", { body: "Which one?" });
  const reply = { reference, version: 1, mode: "reply", body: `${canary} on its way` } as const;
  await run(agent, act => keepDueReply(act, reply, { body: reply.body }), later(now(), days(30)));
  const absence = { from: now(), until: later(now(), days(1)), standInId: kestrel.id };
  await run(agent, act => goAway(act, absence));
});

/** A page repeats the words of its address. */
const withoutAddress = (text: string, path: string) =>
  path
    .split(/[^a-z-]+/i)
    .filter(word => word.length > 3)
    .sort((one, other) => other.length - one.length)
    .reduce((rest, word) => rest.replaceAll(word, ""), text);

/** With the words around it. */
function leakIn(text: string): string | null {
  const found = internal.exec(text);
  return found && text.slice(Math.max(0, found.index - 80), found.index + 80);
}

describe("what only the desk knows of a request", () => {
  it("is there for agents", async () => {
    const cookie = await cookieOf(kestrel);
    const { text } = await send(desk().url, { path: `/agent/requests/${reference}`, headers: { cookie } });
    for (const words of ["only for us", "team", "tag", "cause", "number", "wear", "place", "north", "1", "2"])
      expect(text).toMatch(new RegExp(`${canary}.*${words}`));
  });

  it("is in no page, payload, search or export of its customer, a participant or a manager", async () => {
    for (const [who, , cookie] of readers)
      for (const headers of [{ cookie }, { cookie, rsc: "1" }] as Record<string, string>[])
        for (const path of [
          `/requests/${reference}`,
          `/requests/${reference}?history=all`,
          "/requests?show=all&columns=priority&columns=tags&columns=team",
          "/requests?show=all&team=kestrel-team&tags=kestrel-tag&priority=urgent",
          "/requests/export.csv?columns=priority&columns=tags&columns=team",
          `/ours/${organisation}?show=all`,
          `/ours/${organisation}/export.csv?columns=priority&columns=tags`,
          ...["/", "/?q=kestrel", "/catalog/kestrel-type", "/catalog/kestrel-draft"],
          ...["/catalog/offered", "/catalog/offered/conditions.css", "/admin/catalog/types/offered/form"],
          ...["", "/conditions.css"].map(rest => `/admin/catalog/types/offered/form/preview${rest}`),
          ...[`/catalog/${asked}`, `/catalog/${onlyAsked}`, `/catalog/${asked}?follows=${reference}`],
          ...[`/requests/${reference}/correct`, `/agent/requests/${reference}/correct`],
          ...[`/agent/requests/${reference}`, `/agent/requests/${reference}/type?to=${onlyAsked}`],
          ...["raise", "correct"].flatMap(id => [
            `/catalog/${asked}/conditions.css?form=${formId}&for=${id}`,
            `/agent/conditions.css?form=${formId}&for=${id}`,
          ]),
          "/notifications",
          "/settings/notifications",
          `/api/live/now?request=${reference}`,
          "/api/live/now?list=own",
          "/api/notices/panel",
          "/settings/data/export",
        ]) {
          const { text } = await send(desk().url, { path, headers });
          expect(leakIn(withoutAddress(text, path)), `${path} for ${who}`).toBeNull();
        }
  });

  it("finds nothing for them, however they search for it", async () => {
    for (const [who, , cookie] of readers)
      for (const words of [canary, "kestre", "kestrell", "only+for+us"])
        for (const path of [`/requests?show=all&q=${words}`, `/ours/${organisation}?show=all&q=${words}`]) {
          const { text } = await send(desk().url, { path, headers: { cookie } });
          expect(text, `${path} for ${who}`).not.toContain(`/requests/${reference}`);
        }
  });

  it("is in none of their mails, notices and copies of their data", async () => {
    for (const [who, person] of readers) {
      const mails = await sentMails({ to: person.email });
      const isManager = who === "a manager";
      expect(mails.filter(({ kind }) => kind === "comment_posted").length, who).toBe(isManager ? 0 : 1);
      for (const { subject, text, html } of mails) expect(subject + text + html, who).not.toMatch(internal);
      expect(JSON.stringify(await listNotices(person)), who).not.toMatch(internal);
      let data = "";
      for await (const piece of writeMyData(person, translatorOf("en"))) data += piece;
      expect(data, who).not.toMatch(internal);
    }
  });

  it("is in nothing that their streams are sent", async () => {
    const theirs = await Promise.all(
      readers.map(([, , cookie]) => streaming(desk(), `request=${reference}`, cookie)),
    );
    await eventually(() => {
      for (const { sent } of theirs) expect(pulsesIn(sent())).toBeGreaterThan(0);
    });
    const before = theirs.map(({ sent }) => pulsesIn(sent()));
    await run(kestrel, act => addNote(act, { reference, body: `More ${canary}` }));
    await run(kestrel, act => setPriority(act, { reference, to: "low" }));
    await correctAsAgent(kestrel, reference, { answers: { kestrel_number: "Kestrel 3" } });
    // Said after it, so whatever they would have been told is there by then.
    await run(kestrel, act => commentOnRequest(act, { reference, body: "Hello" }));
    await eventually(() => {
      for (const [at, { sent }] of theirs.entries())
        expect(pulsesIn(sent())).toBeGreaterThan(before[at] ?? 0);
    });
    for (const { sent, end } of theirs) {
      expect(sent()).not.toMatch(internal);
      end();
    }
    expect(complaintsOf(desk())).toEqual([]);
  });
});
