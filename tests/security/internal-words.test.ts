import { beforeAll, describe, expect, it } from "vitest";
import { isAgent, type PersonActor } from "@/lib/actor";
import { listNotices } from "@/lib/bell/notices";
import { days, later } from "@/lib/clock";
import { db } from "@/lib/db";
import { addNote } from "@/lib/desk/notes";
import { setPriority } from "@/lib/desk/priority";
import { digest } from "@/lib/mail/gather";
import { translatorOf } from "@/lib/messages/translate";
import { writeMyData } from "@/lib/my-data/write";
import { choosePace } from "@/lib/notifications/pace";
import { commentOnRequest } from "@/lib/requests/comments";
import { muteRequest } from "@/lib/requests/mute";
import {
  addressesInApp,
  addressesOfCustomers,
  addressOfDesk,
  type Planted,
} from "../support/addresses-of-customers";
import { correctAsAgent } from "../support/agents-questions";
import { anAttackedDesk, complaintsOf } from "../support/attacked";
import { makeTestDatabase } from "../support/databases";
import { eventually } from "../support/eventually";
import { columnsWith, tablesByModel } from "../support/every-column";
import { aCustomer, anAgent, aParticipant, aRequest, moveTo, run } from "../support/factories";
import { anUnsentFile } from "../support/files";
import { aHelpArticle } from "../support/help";
import { canary, plantCanaries } from "../support/internal-canaries";
import { plantInCatalog } from "../support/internal-catalog";
import { internalColumns } from "../support/internal-columns";
import { anOrganisation } from "../support/organisations";
import { fieldsIn, readPlainly, sendPlainly } from "../support/plain-forms";
import { cookieOf } from "../support/raise-by-post";
import { rowOf } from "../support/records";
import { sentMails } from "../support/sent-mails";
import { setSettings } from "../support/settings";
import { pulsesIn, streaming } from "../support/streaming";
import { send } from "../support/wire";

// Every table is searched for its canary, so nobody else may write.
beforeAll(async () => setSettings({ DATABASE_URL: await makeTestDatabase("internal_words") }));
const desk = anAttackedDesk();

/** The canaries, and what there are no words of ours in: priority, snooze, and that there are teams, tags and views. */
const internal = /kestrel|(?<!fetch)priorit|(?<!count-)urgent|snooz|class="tag|"team"|mentioned|canned/i;

let planted: Planted;
let kestrel: PersonActor;
type Reader = { who: string; person: PersonActor; cookie: string };
const readers: Reader[] = [];

beforeAll(async () => {
  await plantInCatalog();
  const [customer, manager, follower, daily] = (await Promise.all(
    Array.from({ length: 4 }, () => aCustomer()),
  )) as [PersonActor, PersonActor, PersonActor, PersonActor];
  const colleague = await aCustomer();
  const organisation = await anOrganisation({
    members: [customer, colleague],
    managers: [manager, follower],
  });
  const reference = await aRequest({ by: customer, answers: { details: "It burns.", place: "place_yard" } });
  for (const [who, person] of [
    ["its customer", customer],
    ["a participant", await aParticipant(reference)],
    ["a participant with daily mails", await aParticipant(reference, daily)],
    ["a manager", manager],
    ["a manager who follows it", follower],
    ["an agent who takes part", await aParticipant(reference, await anAgent())],
    ["a stranger", await aCustomer()],
  ] as const)
    readers.push({ who, person, cookie: await cookieOf(person) });
  await run(follower, act => muteRequest(act, { reference, muted: false }));
  await run(daily, act => choosePace(act, { pace: "daily" }));
  const { slug: article } = await aHelpArticle();
  const { kestrel: agent, ...marks } = await plantCanaries({ reference, organisation, colleague });
  kestrel = agent;
  const speaker = await anAgent();
  const { id: file } = await anUnsentFile(speaker, { place: `/agent/requests/${reference}#answer` });
  await run(speaker, act => commentOnRequest(act, { reference, body: "What all may read.", files: [file] }));
  await moveTo(speaker, reference, "ask", { body: "Which one?" });
  const { id: noteFile } = await db().file.findFirstOrThrow({ where: { noteId: { not: null } } });
  const { formVersionId: formId } = await rowOf(reference);
  planted = { reference, organisation, formId, personId: kestrel.id, file, noteFile, article, ...marks };
});

/** A page repeats the words of its address. */
const withoutAddress = (text: string, path: string) =>
  path
    .split(/[^a-z-]+/i)
    .filter(word => word.length > 3)
    .sort((one, other) => other.length - one.length)
    .reduce((rest, word) => rest.replaceAll(word, ""), text);

/** With the words around it. */
function leakIn(text: string, words = internal): string | null {
  const found = words.exec(text);
  return found && text.slice(Math.max(0, found.index - 80), found.index + 80);
}

/** What Next’s script asks for it finds under an address of its own. */
async function open(path: string, headers: Record<string, string>) {
  const answer = await send(desk().url, { path, headers });
  if (!headers.rsc || !String(answer.headers.location ?? "").includes("_rsc")) return answer;
  const { pathname, search } = new URL(String(answer.headers.location), desk().url);
  return send(desk().url, { path: pathname + search, headers });
}

/** As a page, as the payload that a link to it loads, and as that which is fetched ahead. */
const ways: Record<string, string>[] = [{}, { rsc: "1" }, { rsc: "1", "next-router-prefetch": "1" }];

/** Where an agent is in the place of a customer. */
const asCustomer = /^\/(requests|ours)(\/|\?|$)/;

/** What is not there for customers may have the name of its page, which its address has, too. */
const ofDesk = /^\/(agent|admin)(\/|$)/;

describe("what only the desk knows of a request", () => {
  it("has a canary in each column that the list of internal columns names", async () => {
    const tables = tablesByModel();
    const named = Object.entries(internalColumns).flatMap(([model, columns]) =>
      Object.entries(columns).flatMap(([column, readers]) =>
        readers === "desk" || readers === "other"
          ? [`${tables.get(model)}.${column === "leftOut" ? "files" : column}`]
          : [],
      ),
    );
    const held = await columnsWith(canary);
    expect(named.filter(column => !held.includes(column))).toEqual([]);
  });

  it("is there for agents", async () => {
    const cookie = await cookieOf(await anAgent());
    const { text } = await send(desk().url, {
      path: `/agent/requests/${planted.reference}`,
      headers: { cookie },
    });
    for (const words of ["NoteBody", "TeamName", "TagName", "Number", "Answer 1", "CustomerNote", "FileName"])
      expect(text).toContain(canary + words);
  });

  it("is walked in every address of the desk, except those that are named with a reason", () => {
    const walked = Object.keys(addressesOfCustomers(planted)).sort();
    expect(walked).toEqual(addressesInApp().filter(address => !ofDesk.test(address)));
  });

  it("is in no page, payload, search or export of its customer, a participant, a manager or a stranger", async () => {
    const addresses = addressesOfCustomers(planted);
    const paths = addressesInApp().flatMap(address => {
      if (ofDesk.test(address)) return [addressOfDesk(address, planted)];
      const own = addresses[address] ?? [];
      return typeof own === "string" ? [] : own;
    });
    expect(paths.length).toBeGreaterThan(150);
    const leaks: string[] = [];
    for (const { who, person, cookie } of readers)
      for (const more of ways)
        for (const path of paths) {
          if (isAgent(person) && !(asCustomer.test(path) && !path.includes(planted.other))) continue;
          const { status, text } = await open(path, { cookie, ...more });
          if (status === 500 || (status === 200 && ofDesk.test(path) && !more.rsc))
            leaks.push(`${path} answered ${status} for ${who}`);
          if (
            path === `/requests/${planted.reference}` &&
            who !== "a stranger" &&
            !more["next-router-prefetch"]
          )
            expect(text, who).toContain("What all may read.");
          const words = withoutAddress(ownWordsIn(text, path, who), path);
          const leak = leakIn(words, ofDesk.test(path) ? /kestrel/i : internal);
          if (leak) leaks.push(`${path} for ${who}: ${leak}`);
        }
    expect(leaks).toEqual([]);
  });

  it("is in no answer to a form that they send, whether it is taken or refused", async () => {
    const { reference } = planted;
    for (const { who, cookie } of readers.filter(reader => reader.who !== "a stranger"))
      for (const body of ["What is new?", ""]) {
        const url = `${desk().url}/requests/${reference}`;
        const fields = fieldsIn(await (await readPlainly(url, cookie)).text(), "comment");
        const { html, status } = await sendPlainly(url, cookie, fields, { body });
        expect([200, 303], who).toContain(status);
        expect(leakIn(html), who).toBeNull();
      }
  });

  it("is in none of their mails, notices and copies of their data", async () => {
    const daily = readers.find(({ who }) => who === "a participant with daily mails");
    if (daily) await digest(daily.person.id, later(new Date(), days(1)));
    for (const { who, person } of readers) {
      const { id: requestId } = await rowOf(planted.reference);
      const mails = await sentMails({ to: person.email, ...(isAgent(person) && { requestId }) });
      if (who !== "a manager" && who !== "a stranger") expect(mails.length, who).toBeGreaterThan(0);
      for (const { subject, text, html, headers } of mails)
        expect(leakIn(subject + text + html + JSON.stringify(headers)), who).toBeNull();
      // Agents hear of other requests as agents.
      if (isAgent(person)) continue;
      expect(leakIn(JSON.stringify(await listNotices(person))), who).toBeNull();
      let data = "";
      for await (const piece of writeMyData(person, translatorOf("en"))) data += piece;
      expect(data.includes(`${canary}CustomerNote`), who).toBe(who === "its customer");
      expect(leakIn(ownWordsIn(data, "/settings/data/export", who)), who).toBeNull();
    }
  });

  it("is in nothing that their streams are sent", async () => {
    const { reference } = planted;
    const theirs = await Promise.all(
      readers
        .filter(({ who }) => who !== "a stranger")
        .map(({ cookie }) => streaming(desk(), `request=${reference}`, cookie)),
    );
    const lists = await Promise.all(
      readers.flatMap(({ cookie }) => ["own", "ours"].map(list => streaming(desk(), `list=${list}`, cookie))),
    );
    await eventually(() => {
      for (const { sent } of theirs) expect(pulsesIn(sent())).toBeGreaterThan(0);
    });
    const before = theirs.map(({ sent }) => pulsesIn(sent()));
    await run(kestrel, act => addNote(act, { reference, body: `More ${canary}` }));
    await run(kestrel, act => setPriority(act, { reference, to: "low" }));
    await correctAsAgent(kestrel, reference, { answers: { kestrel_number: `${canary} 3` } });
    // Said after it, so whatever they would have been told is there by then.
    const speaker = await anAgent();
    await run(speaker, act => commentOnRequest(act, { reference, body: "Hello" }));
    await eventually(() => {
      for (const [at, { sent }] of theirs.entries())
        expect(pulsesIn(sent())).toBeGreaterThan(before[at] ?? 0);
    });
    for (const { sent, end } of [...theirs, ...lists]) {
      expect(leakIn(sent())).toBeNull();
      end();
    }
    expect(complaintsOf(desk())).toEqual([]);
  });
});

/** What agents know about a customer is in that customer's own copy of their data, and nowhere else. */
function ownWordsIn(text: string, path: string, who: string): string {
  if (path !== "/settings/data/export" || who !== "its customer") return text;
  return text.replaceAll(`${canary}CustomerNote`, "");
}
