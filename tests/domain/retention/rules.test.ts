import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { days, later } from "@/lib/clock";
import { db, Prisma } from "@/lib/db";
import { addNote } from "@/lib/desk/notes";
import { applyRetention } from "@/lib/entry/retention";
import { previewForm, setRetentionForm } from "@/lib/entry/retention-forms";
import { giveFeedback } from "@/lib/help/feedback";
import { findFile } from "@/lib/requests/attachments";
import { countDue } from "@/lib/retention/count";
import { readRetention } from "@/lib/retention/read";
import { setRetention, stopRetention } from "@/lib/retention/set";
import { readTombstone } from "@/lib/retention/tombstone";
import { makeTestDatabase } from "../../support/databases";
import {
  aCustomer,
  anAdmin,
  anAgent,
  aParticipant,
  aRequest,
  aRequestIn,
  run,
} from "../../support/factories";
import { aHelpArticle } from "../../support/help";
import { anOrganisation } from "../../support/organisations";
import { eventsOf, rowOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";
import { aClosedRequest, switchOn } from "../../support/retention";
import { sentMails } from "../../support/sent-mails";
import { setSettings } from "../../support/settings";
import { aTeam } from "../../support/teams";

let admin: PersonActor;

// What a rule deletes may be another test's.
beforeAll(async () => {
  setSettings({ DATABASE_URL: await makeTestDatabase("retention"), AGENTS_SEE: "teams" });
  admin = await anAdmin();
});

const exists = async (reference: string) => (await rowOf(reference).catch(() => null)) !== null;
const wish = { rule: "requests", months: 24, shown: 0, typed: 0, seen: null } as const;

describe("a rule of retention", () => {
  it("is off until an admin switches it on, who has typed how many would go", async () => {
    const old = await aClosedRequest(800);
    await applyRetention();
    expect(await exists(old)).toBe(true);
    expect((await readRetention(admin, { rule: "requests", months: 24 })).preview).toMatchObject({
      count: 1,
      comments: 0,
    });
    const refused = await expectRefusal(
      run(admin, act => setRetention(act, { ...wish, shown: 1, typed: 2 })),
      "invalid",
    );
    expect(refused.fields).toEqual({ typed: ["Type 1 to confirm."] });
    // More than the page has said.
    await expectRefusal(
      run(admin, act => setRetention(act, wish)),
      "conflict",
      /1 would go/,
    );
    await switchOn(admin, "requests", 24);
    await run(admin, act => stopRetention(act, { rule: "requests" }));
    await applyRetention();
    expect(await exists(old)).toBe(true);
    const events = await db().event.findMany({ where: { type: "retention_set" }, orderBy: { id: "asc" } });
    expect(events).toMatchObject([
      { data: { rule: "requests", from: null, to: 24 }, actorId: admin.id },
      { data: { rule: "requests", from: 24, to: null }, actorId: admin.id },
    ]);
  });

  it("is for admins, and tells the second of two of the first", async () => {
    for (const person of [await anAgent(), await aCustomer()])
      for (const attempt of [
        () => run(person, act => setRetention(act, wish)),
        () => run(person, act => stopRetention(act, { rule: "requests" })),
        () => readRetention(person, null),
      ])
        await expectRefusal(attempt(), "not_found");
    const both = await Promise.allSettled(
      [admin, await anAdmin()].map(one => run(one, act => setRetention(act, { ...wish, rule: "inbox" }))),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await run(admin, act => stopRetention(act, { rule: "inbox" }));
  });

  it("takes a number of months, and a number that is typed as people write it", () => {
    for (const months of ["0", "241", "1.5", "-1", ""])
      expect(previewForm.safeParse({ rule: "requests", months }).success, months).toBe(false);
    expect(previewForm.safeParse({ rule: "everything", months: "1" }).success).toBe(false);
    const sent = { rule: "mails", months: "12", shown: "1234", seen: "" };
    expect(setRetentionForm.parse({ ...sent, typed: "1,234" })).toMatchObject({ typed: 1234, seen: null });
    expect(setRetentionForm.safeParse({ ...sent, typed: "all" }).success).toBe(false);
  });
});

describe("old closed requests", () => {
  it("go with all that hangs on them, leave the others, and a tombstone for those who could read them", async () => {
    const [customer, manager, stranger, agent] = [
      await aCustomer(),
      await aCustomer(),
      await aCustomer(),
      await anAgent(),
    ];
    const [colleague, outsider] = [await anAgent(), await anAgent()];
    const organisation = await anOrganisation({ members: [customer], managers: [manager] });
    const old = await aClosedRequest(800, { by: customer, organisation });
    const guest = await aParticipant(old);
    await run(admin, act => addNote(act, { reference: old, body: "Seen." }));
    const team = await aTeam({ members: [colleague] });
    const { id: teamId } = await db().team.findUniqueOrThrow({ where: { slug: team } });
    const { id, number } = await rowOf(old);
    const after = await aRequest({ by: customer });
    await db().serviceRequest.update({ where: { id }, data: { teamId, assigneeId: agent.id } });
    await db().serviceRequest.update({
      where: { number: (await rowOf(after)).number },
      data: { followsId: id },
    });
    await sentMails({ requestId: id });
    const hidden = await aClosedRequest(800, { by: customer, organisation, isPrivate: true });
    const kept = [
      await aClosedRequest(700, { by: customer }),
      await aRequestIn("resolved", { agent: admin }),
      after,
    ];
    const happened = await Promise.all(kept.map(eventsOf));

    await switchOn(admin, "requests", 24);
    await applyRetention();

    expect(await Promise.all([old, hidden].map(exists))).toEqual([false, false]);
    expect(await db().event.count({ where: { requestId: id } })).toBe(0);
    expect(await db().delivery.count({ where: { requestId: id } })).toBe(0);
    expect(await Promise.all(kept.map(eventsOf))).toEqual(happened);
    expect((await rowOf(after)).followsId).toBeNull();
    for (const reader of [customer, guest, manager, agent, colleague, admin])
      expect(await readTombstone(reader, old), reader.email).toEqual(expect.any(Date));
    for (const other of [stranger, outsider]) expect(await readTombstone(other, old)).toBeNull();
    expect(await readTombstone(customer, hidden)).toEqual(expect.any(Date));
    expect(await readTombstone(manager, hidden)).toBeNull();
    expect(await readTombstone(customer, after)).toBeNull();
    expect(await readTombstone(customer, `LDG-${number + 100_000}`)).toBeNull();
    // Nobody is made a second one of, and a word of theirs stands nowhere.
    expect(await db().tombstone.findUnique({ where: { number } })).toMatchObject({
      rule: "requests",
      teamId,
    });
    const [applied] = await db().event.findMany({ where: { type: "retention_applied" } });
    expect(applied?.data).toMatchObject({ rule: "requests" });
    await run(admin, act => stopRetention(act, { rule: "requests" }));
  });

  it("cannot be deleted otherwise: history refuses, and a role that only works here may not", async () => {
    const [old, live] = [await aClosedRequest(800), await aRequest()];
    const { id: requestId, number } = await rowOf(live);
    await expect(db().$executeRaw`delete from events where "requestId" = ${requestId}::uuid`).rejects.toThrow(
      /history cannot/,
    );
    await expect(
      db().$executeRaw`
        insert into tombstones (number, "requestId", rule, "deletedAt", "personIds")
        values (${number}, ${requestId}::uuid, 'requests', now(), '{}')`,
    ).rejects.toThrow(/gets no tombstone/);
    await switchOn(admin, "requests", 24);
    const role = `desk_${randomUUID().slice(0, 8)}`;
    await db().$executeRaw`create role ${Prisma.raw(role)}`;
    await db()
      .$executeRaw`grant select, insert, update on all tables in schema public to ${Prisma.raw(role)}`;
    await db().$transaction(async tx => {
      await tx.$executeRaw`set local role ${Prisma.raw(role)}`;
      await tx.$executeRaw`savepoint before_deleting`;
      const { id } = await tx.serviceRequest.findFirstOrThrow();
      await expect(tx.$executeRaw`delete from members where "requestId" = ${id}::uuid`).rejects.toThrow(
        /permission denied/,
      );
      await tx.$executeRaw`rollback to savepoint before_deleting`;
      const [row] = await tx.$queryRaw<{ count: number }[]>`select apply_retention('requests', 10) as count`;
      expect(row?.count).toBeGreaterThan(0);
    });
    expect(await exists(old)).toBe(false);
    expect(await exists(live)).toBe(true);
    await run(admin, act => stopRetention(act, { rule: "requests" }));
    expect(await db().$queryRaw`select apply_retention('requests', 10) as count`).toEqual([{ count: 0 }]);
  });
});

describe("the other rules", () => {
  it("delete files of old requests, records of old mails, and what waits in the inbox for long, and what readers said of help", async () => {
    const [old, young] = [await aClosedRequest(100), await aRequest()];
    const longAgo = later(new Date(), -days(100));
    const file = { name: "x.txt", type: "text/plain", size: 3, sha256: "", createdAt: longAgo };
    const content = { create: { bytes: Buffer.from("abc") } };
    for (const reference of [old, young])
      await db().file.create({ data: { ...file, content, requestId: (await rowOf(reference)).id } });
    const mail = {
      ...{
        source: "imap",
        from: "x@people.test",
        fromName: "",
        subject: "",
        body: "",
        text: "",
        leftOut: [],
      },
    };
    for (const receivedAt of [longAgo, new Date()])
      await db().inboundMail.create({ data: { ...mail, key: randomUUID(), state: "held", receivedAt } });
    const { id } = await db().delivery.findFirstOrThrow({ where: { requestId: (await rowOf(old)).id } });
    await db().delivery.updateMany({ data: { state: "sent" } });
    await db().delivery.updateMany({ where: { id }, data: { createdAt: longAgo } });
    const article = await aHelpArticle();
    for (const at of [longAgo, new Date()])
      await run(
        admin,
        act => giveFeedback(act, { ...article, isAnswered: true, words: "Old." }, randomUUID()),
        at,
      );
    for (const rule of ["files", "mails", "inbox", "feedback"] as const) {
      expect(await countDue(db(), rule, 3)).toMatchObject({ count: 1 });
      await switchOn(admin, rule, 3);
    }
    const others = await db().delivery.count();
    await applyRetention();
    expect(await exists(old)).toBe(true);
    const kept = async (reference: string) =>
      db().fileContent.count({ where: { file: { requestId: (await rowOf(reference)).id } } });
    expect([await kept(young), await kept(old)]).toEqual([1, 0]);
    expect(await countDue(db(), "files", 3)).toMatchObject({ count: 0 });
    expect(await db().inboundMail.count()).toBe(1);
    expect(await db().helpFeedback.count()).toBe(1);
    expect(await db().delivery.count()).toBe(others - 1);
  });

  it("leave the name of a file, in the history, in answers and in what these were before, and nothing to open", async () => {
    const old = await aClosedRequest(100);
    const { id: requestId } = await rowOf(old);
    const view = { name: "crack.png", type: "image/png", size: 3, width: 4, height: 4 };
    const content = { create: { bytes: Buffer.from("abc") } };
    const fileOn = (requestId: string) =>
      db().file.create({ data: { ...view, content, requestId, sha256: "", createdAt: new Date() } });
    const { id } = await fileOn(requestId);
    const { id: other } = await fileOn((await rowOf(await aRequest())).id);
    const answers = {
      frame: [
        { id, ...view },
        { id: other, ...view },
      ],
      words: `"id": "${id}"`,
    };
    const event = await db().event.findFirstOrThrow({ where: { requestId }, select: { id: true } });
    const values = [{ key: "frame", before: [{ id, ...view }], after: null }];
    await db().serviceRequest.update({ where: { id: requestId }, data: { answers } });
    await db().change.create({ data: { eventId: event.id, values } });
    await switchOn(admin, "files", 3);
    await applyRetention();
    expect((await rowOf(old)).answers).toEqual({
      frame: [
        { id, ...view, isRemoved: true },
        { id: other, ...view },
      ],
      words: answers.words,
    });
    expect((await db().change.findUniqueOrThrow({ where: { eventId: event.id } })).values).toEqual([
      { key: "frame", before: [{ id, ...view, isRemoved: true }], after: null },
    ]);
    expect(await findFile(admin, id)).toBeNull();
    expect((await findFile(admin, other))?.id).toBe(other);
    expect((await db().file.findUniqueOrThrow({ where: { id } })).name).toBe("crack.png");
    await run(admin, act => stopRetention(act, { rule: "files" }));
  });
});
