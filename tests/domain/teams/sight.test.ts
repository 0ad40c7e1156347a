import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { countUnread, listNotices } from "@/lib/bell/notices";
import { readInsertable } from "@/lib/canned-replies/read";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { readDeskPage } from "@/lib/desk/agent-view";
import { assignRequest } from "@/lib/desk/assignment";
import { handOverRequest } from "@/lib/desk/handover";
import { addNote } from "@/lib/desk/notes";
import { hearsOfPresent, listPresent, noteLook } from "@/lib/desk/presence";
import { readPulse } from "@/lib/entry/live";
import { isEntitled } from "@/lib/mail/entitlement";
import { findFile } from "@/lib/requests/attachments";
import { readRequestPage } from "@/lib/requests/customer-view";
import {
  type AccessFacts,
  can,
  deskVisibleSql,
  deskVisibleTo,
  rolesOn,
  standingColumns,
  viewOf,
  viewSql,
  visibleSql,
  visibleTo,
} from "@/lib/requests/policy";
import { deskList, type QueueTab, queueTabs } from "@/lib/search/desk-list";
import { nameRequests, placeInQueue } from "@/lib/search/placed";
import { listQueue } from "@/lib/search/queue";
import { countQueue } from "@/lib/search/queue-counts";
import { readListQuery } from "@/lib/search/view";
import { readDeskSettings } from "@/lib/settings";
import { makeTestDatabase } from "../../support/databases";
import {
  aCustomer,
  actorOf,
  anAdmin,
  anAgent,
  aParticipant,
  aRequest,
  moveTo,
  run,
  visitOf,
} from "../../support/factories";
import { anOrganisation } from "../../support/organisations";
import { rowOf } from "../../support/records";
import { setSettings } from "../../support/settings";
import { aTeam } from "../../support/teams";

beforeAll(async () => setSettings({ AGENTS_SEE: "teams", DATABASE_URL: await makeTestDatabase("sight") }));

type Told = { reference: string; id: string; word: string; noteWord: string; files: string[] };
let readers: PersonActor[];
let requests: Told[];
let teams: [billing: string, staff: string];

const aWord = () => `zq${randomUUID().replaceAll("-", "")}`;
const follow = async (reference: string, { id: personId }: PersonActor) =>
  db().follower.create({ data: { requestId: (await rowOf(reference)).id, personId, since: new Date() } });

/** What one and the same request has for those who see it: words, a note with words, and a file with each. */
async function filled(reference: string, by: PersonActor): Promise<Told> {
  const { id, requesterId } = await rowOf(reference);
  const [word, noteWord] = [aWord(), aWord()];
  await db().serviceRequest.update({ where: { id }, data: { summary: `Of ${word}` } });
  await run(by, act => addNote(act, { reference, body: `Between us: ${noteWord}` }));
  const { id: noteId } = await db().note.findFirstOrThrow({ where: { requestId: id } });
  const file = {
    requestId: id,
    ownerId: requesterId,
    name: "a.txt",
    type: "text/plain",
    size: 1,
    sha256: "",
    createdAt: now(),
  };
  const made = await db().file.createManyAndReturn({
    data: [file, { ...file, noteId }],
    select: { id: true },
  });
  return { reference, id, word, noteWord, files: made.map(one => one.id) };
}

beforeAll(async () => {
  const admin = await anAdmin();
  const [biller, clerk, both, leader, loner, boss] = await Promise.all([
    anAgent(),
    anAgent(),
    anAgent(),
    anAgent(),
    anAgent(),
    anAgent(),
  ]);
  const customer = await aCustomer();
  teams = [
    await aTeam({ name: "Billing", members: [biller, both] }),
    await aTeam({ name: "Staff", members: [clerk, both], leads: [leader] }),
  ];
  // Agents are customers of the desk, too, and one manages an organisation.
  await anOrganisation({ members: [customer], managers: [boss] });
  const raisers = [customer, biller, loner];
  const references: string[] = [];
  for (const [place, to] of [null, ...teams, null, ...teams, ...teams].entries()) {
    const reference = await aRequest({ by: raisers[place % 3] });
    references.push(reference);
    if (to) await run(admin, act => handOverRequest(act, { reference, from: null, to }));
    if (place % 4 === 1) await run(admin, act => assignRequest(act, { reference, from: null, to: loner.id }));
    if (place % 4 === 3) await follow(reference, loner);
    if (place % 5 === 2) await follow(reference, biller);
    if (place % 3 === 2) await aParticipant(reference, clerk);
    if (place % 2) await moveTo(admin, reference, "resolve", { resolution: "done" });
  }
  requests = [];
  for (const reference of references) requests.push(await filled(reference, admin));
  readers = await Promise.all(
    [admin, biller, clerk, both, leader, loner, boss, customer].map(({ email }) => actorOf(email)),
  );
});

const readFacts = () =>
  db().serviceRequest.findMany({ select: { id: true, isOpen: true, ...standingColumns } });

/** Said by the sentence of the setting, and by nothing of the desk's own. */
async function isOnDesk(reader: PersonActor, facts: AccessFacts): Promise<boolean> {
  if (reader.role === "customer") return false;
  const memberships = await db().teamMember.findMany({ where: { personId: reader.id } });
  if (reader.role === "admin" || memberships.some(({ isLead }) => isLead)) return true;
  const people = [facts.assigneeId, ...facts.followers.map(({ personId }) => personId)];
  return (
    people.includes(reader.id) || Boolean(facts.team?.members.some(({ personId }) => personId === reader.id))
  );
}

const queueOf = async (reader: PersonActor, query: string) =>
  (await listQueue(reader, readListQuery(deskList, query))).rows.map(({ reference }) => reference).toSorted();

/** All doors of the desk to a request, each true while it lets this reader in as an agent. */
async function doorsOf(reader: PersonActor, { reference, id, word, noteWord, files }: Told) {
  const settings = await readDeskSettings();
  const lookId = randomUUID().replaceAll("-", "");
  const finds = async (words: string) =>
    (await listQueue(reader, readListQuery(deskList, `q=${words}&status=all`))).rows.some(
      row => row.reference === reference,
    );
  const placed = () =>
    placeInQueue(reader, readListQuery(deskList, "status=all"), { placed: [reference], told: [reference] });
  return {
    prisma: (await db().serviceRequest.count({ where: { AND: [{ id }, deskVisibleTo(reader)] } })) > 0,
    page: (await readDeskPage(reader, reference)) !== null,
    list: (await queueOf(reader, "status=all")).includes(reference),
    word: await finds(word),
    note: await finds(noteWord),
    number: await finds(reference),
    news: (await nameRequests(reader, [id])).requests.includes(reference),
    row: (await placed()).rows.some(row => row.reference === reference),
    place: (await placed()).order.includes(reference),
    noteFile: (await findFile(reader, files[1] ?? "")) !== null,
    replies: (await readInsertable(reader, reference, { deskUrl: "", settings })) !== null,
    notes: await run(reader, act => addNote(act, { reference, body: "Mine" })).then(
      () => true,
      () => false,
    ),
    look: (await noteLook(reader, { reference, lookId, isWriting: false }, now())) !== null,
    present: await hearsOfPresent(reader, id),
  };
}

const allOf = <T extends object>(doors: T, isOpen: boolean) =>
  Object.fromEntries(Object.keys(doors).map(name => [name, isOpen]));

describe("where agents see what is of their teams or theirs", () => {
  it("every door of the desk lets in the same readers to the same requests", async () => {
    const facts = await readFacts();
    const seen: Record<string, number> = {};
    for (const reader of readers.filter(({ role }) => role !== "customer"))
      for (const request of requests) {
        const standing = facts.find(({ id }) => id === request.id);
        if (!standing) throw new Error("There is no such request.");
        const isOpen = await isOnDesk(reader, standing);
        const doors = await doorsOf(reader, request);
        const takesPart = standing.members.some(({ personId }) => personId === reader.id);
        // An agent who takes part reads the notes as an agent only: lists do not find their request by them, and they are
        // not present as one.
        const expected = {
          ...allOf(doors, isOpen),
          note: isOpen && !takesPart,
          look: isOpen && !takesPart,
          present: isOpen && !takesPart,
        };
        expect(doors, `${reader.name} ${request.reference}`).toEqual(expected);
        seen[reader.id] = (seen[reader.id] ?? 0) + Number(isOpen);
      }
    // Nobody sees the same as all others, and all of the desk is seen by admins and leads alone.
    const [admin, biller, clerk, both, leader, loner, boss] = readers.map(({ id }) => seen[id]);
    expect([admin, leader]).toEqual([requests.length, requests.length]);
    for (const some of [biller, clerk, both, loner]) expect([0, requests.length]).not.toContain(some);
    expect(boss).toBe(0);
  });

  it("what one sees at all is the same to Prisma, SQL, the question before an action, streams, pages, bell and mails", async () => {
    const facts = await readFacts();
    const settings = await readDeskSettings();
    const events = await db().event.findMany({
      where: { type: "request_submitted" },
      select: { id: true, requestId: true },
    });
    const eventOf = (id: string) => events.find(({ requestId }) => requestId === id)?.id ?? 0n;
    await db().notice.deleteMany({});
    await db().notice.createMany({
      data: readers.flatMap(({ id: personId }) =>
        requests.map(({ id: requestId }) => ({
          personId,
          requestId,
          eventId: eventOf(requestId),
          kind: "comment_posted",
          createdAt: now(),
        })),
      ),
      skipDuplicates: true,
    });
    for (const reader of readers) {
      let visible = 0;
      for (const { id, reference, files } of requests) {
        const standing = facts.find(one => one.id === id);
        if (!standing) throw new Error("There is no such request.");
        const found = (await db().serviceRequest.count({ where: { AND: [{ id }, visibleTo(reader)] } })) > 0;
        const inSql = await db().$queryRaw<{ side: string; isOnDesk: boolean }[]>`
          select ${viewSql(reader)} as side, ${deskVisibleSql(reader)} as "isOnDesk"
          from requests r where r.id = ${id}::uuid and ${visibleSql(reader)}`;
        const name = `${reader.name} ${reference}`;
        expect(inSql.length === 1, name).toBe(found);
        for (const row of inSql) {
          expect(row.side, name).toBe(viewOf(reader, standing));
          expect(row.isOnDesk, name).toBe(rolesOn(reader, standing).includes("agent"));
        }
        expect(can({ actor: reader, at: now(), settings }, "view", standing), name).toBe(found);
        expect((await readPulse(reader, { request: reference, list: null })) !== null, name).toBe(found);
        expect((await readRequestPage(reader, reference)) !== null, name).toBe(found);
        expect((await findFile(reader, files[0] ?? "")) !== null, name).toBe(found);
        const takesPart = standing.members.some(({ personId }) => personId === reader.id);
        const mail = {
          eventId: eventOf(id),
          kind: "customer_replied",
          personId: reader.id,
          requestId: id,
          to: reader.email,
        };
        const isTold = takesPart || (await isOnDesk(reader, standing));
        expect(await isEntitled(mail, now()), name).toBe(isTold);
        visible += Number(found);
      }
      // The pulse has read them.
      await db().notice.updateMany({ where: { personId: reader.id }, data: { readAt: null } });
      expect(await countUnread(reader)).toBe(visible);
      expect((await visitOf(reader))?.unreadCount).toBe(visible);
      expect((await listNotices(reader)).rows).toHaveLength(visible);
    }
  });

  it("the tabs of the queue count what they list", async () => {
    for (const [place, reader] of readers.filter(({ role }) => role !== "customer").entries()) {
      const counts = await countQueue(reader, `sight ${place}`);
      for (const tab of Object.keys(queueTabs) as QueueTab[]) {
        if (counts[tab] === null) continue;
        const view = { ...readListQuery(deskList, "status=all"), filters: [...queueTabs[tab]] };
        const { rows, hasStopped } = await listQueue(reader, view);
        expect({ tab, count: rows.length, hasStopped }).toEqual({
          tab,
          count: counts[tab],
          hasStopped: false,
        });
      }
    }
  });

  it("no word of what is hidden is proposed, and none tells by how far the list was searched", async () => {
    const loner = readers[5] as PersonActor;
    const none = await listQueue(loner, readListQuery(deskList, "q=zqnowhereatall&status=all"));
    const seen = await queueOf(loner, "status=all");
    for (const { word, noteWord, reference } of requests.filter(one => !seen.includes(one.reference)))
      for (const words of [word, noteWord, `${word.slice(0, -1)}x`, word.slice(0, 12), reference]) {
        const found = await listQueue(loner, readListQuery(deskList, `q=${words}&status=all`));
        expect({ ...found, words: "" }).toEqual({ ...none, words: "" });
      }
  });

  it("presence shows nobody who does not see the request", async () => {
    const [admin, biller] = readers as [PersonActor, PersonActor];
    const reference = await aRequest();
    await run(admin, act => handOverRequest(act, { reference, from: null, to: teams[0] }));
    const look = { reference, lookId: randomUUID().replaceAll("-", ""), isWriting: false };
    expect(await noteLook(biller, look, now())).toEqual([]);
    expect(await listPresent(admin, [reference], now())).toMatchObject([{ name: biller.name }]);
    const { id } = await rowOf(reference);
    await db().serviceRequest.update({ where: { id }, data: { teamId: null } });
    expect(await listPresent(admin, [reference], now())).toEqual([]);
  });
});
