import { beforeAll, describe, expect, it } from "vitest";
import { inviteToDesk } from "@/lib/accounts/account-invitations";
import { operator, type PersonActor } from "@/lib/actor";
import { readAttention } from "@/lib/administration/attention";
import { reportBackup } from "@/lib/administration/backups";
import { beginsIn, findInDesk } from "@/lib/administration/find";
import { days, later, minutes, now } from "@/lib/clock";
import { db } from "@/lib/db";
import { keepExamination, readExamination } from "@/lib/doctor/examination";
import { perform } from "@/lib/entry/perform";
import { say } from "@/lib/messages/said";
import { translatorOf } from "@/lib/messages/translate";
import { makeTestDatabase } from "../../support/databases";
import { aCustomer, anAddress, anAdmin, anAgent, aRequest, run } from "../../support/factories";
import { anOrganisation } from "../../support/organisations";
import { expectRefusal } from "../../support/refusal";
import { setSettings } from "../../support/settings";
import { statementsOf } from "../../support/statements";
import { aTag } from "../../support/tags";
import { aTeam } from "../../support/teams";

let admin: PersonActor;
const t = translatorOf("en");

// Everything that the desk has is what is tested.
beforeAll(async () => {
  setSettings({ DATABASE_URL: await makeTestDatabase("attention") });
  admin = await anAdmin();
});

const attention = async (at = now()) =>
  (await readAttention(admin, at)).map(({ said, href }) => `${say(t, said)} ${href}`);

describe("what needs the attention of admins", () => {
  it("is at first that no email leaves, that no backup is known, and that no scanner looks at files", async () => {
    expect(await attention()).toEqual([
      expect.stringMatching(/sends no real email.* \/mailbox$/),
      "No backup of this desk is known. /admin/examination#backups",
      "No virus scanner looks at files. /admin/mail#scanner",
    ]);
  });

  it("is mail that was held, given up or should have left, and says so first where it is urgent", async () => {
    const customer = await aCustomer();
    for (let count = 0; count < 3; count++) await aRequest({ by: customer });
    const ids = (await db().delivery.findMany({ take: 3, select: { id: true } })).map(({ id }) => id);
    await db().delivery.updateMany({ data: { state: "sent", subject: "Sent" } });
    const be = (
      id: string | undefined,
      data: Parameters<ReturnType<typeof db>["delivery"]["updateMany"]>[0]["data"],
    ) => db().delivery.updateMany({ where: { id: id ?? "" }, data });
    await be(ids[0], { state: "held" });
    await be(ids[1], { state: "dead", dueAt: later(now(), -days(1)) });
    await be(ids[2], { state: "pending", dueAt: later(now(), -minutes(20)) });
    expect((await attention()).slice(0, 3)).toEqual([
      "1 email should have left more than 15 minutes ago. /admin/mail#waiting",
      "1 email was given up in the last week. /admin/mail#dead",
      "1 email is held back. /admin/mail#held",
    ]);
    expect((await attention(later(now(), days(8)))).join()).not.toContain("given up");
    await db().delivery.updateMany({ data: { state: "sent", subject: "Sent" } });
  });

  it("is types without a team, once there are teams", async () => {
    expect((await attention()).join()).not.toContain("no team");
    await aTeam();
    expect((await attention()).join()).toMatch(
      /Requests of these types go to no team: .* and \d+ more\. \/admin\/catalog/,
    );
  });

  it("is people who are invited and have not answered", async () => {
    const wish = { emails: [anAddress(), anAddress()], role: "agent", language: "en-GB" } as const;
    await run(admin, act => inviteToDesk(act, { ...wish, emails: [...wish.emails] }));
    expect((await attention()).join()).toContain("2 people are invited and have no account yet.");
    expect((await attention(later(now(), days(8)))).join()).toContain("2 invitations have expired");
  });

  it("is what the doctor found at night", async () => {
    await keepExamination(now());
    expect(await readExamination(admin)).toMatchObject({ skipped: 0, findings: [] });
    const reference = await aRequest();
    await db().$executeRaw`delete from deliveries where kind = 'request_received'`;
    await keepExamination(later(now(), days(1)));
    const examination = await readExamination(admin);
    expect(examination?.findings.map(({ promise }) => promise)).toContain(
      "Every request was confirmed to its requester once",
    );
    expect(JSON.stringify(examination)).toContain(`request ${reference.split("-")[1]}`);
    expect((await attention())[0]).toMatch(/The doctor found .* \/admin\/examination/);
    expect(await db().examination.count()).toBe(1);
  });

  it("is a backup that is older than a week, until the next one is reported", async () => {
    await perform(operator, reportBackup);
    expect((await attention()).join()).not.toContain("backup");
    const week = later(now(), days(8));
    expect((await attention(week)).join()).toMatch(
      /last known backup .* more than a week old\. \/admin\/examination#backups/,
    );
    await perform(operator, reportBackup, week);
    expect((await attention(week)).join()).not.toContain("backup");
    expect(await db().backup.count()).toBe(1);
    expect(await db().event.count({ where: { type: "backup_reported", part: "operator" } })).toBe(2);
  });

  it("learns of backups from the operator alone", async () => {
    await expectRefusal(run(admin, reportBackup), "forbidden");
  });

  it("takes one statement", async () => {
    expect(await statementsOf(() => readAttention(admin, now()))).toHaveLength(1);
  });
});

describe("the search of administration", () => {
  it("finds what has such a name, of each kind, and people by their address", async () => {
    const mark = "Zzquay";
    const person = await aCustomer({ name: `${mark} Kim`, email: "kim@zzquay.test" });
    const organisation = await anOrganisation({ name: `${mark} & Sons` });
    const team = await aTeam({ name: `Team ${mark}` });
    const tag = await aTag({ name: mark });
    const found = await findInDesk(admin, "zzqu");
    expect(found.map(({ kind, key }) => [kind, key])).toEqual([
      ["person", person.id],
      ["team", team],
      ["organisation", organisation],
      ["tag", tag],
    ]);
    expect(found[0]).toMatchObject({ detail: person.email, role: "customer" });
    for (const nothing of ["zzquayx", "z", "", "%"])
      expect(await findInDesk(admin, nothing), nothing).toEqual([]);
  });

  it("finds pages by how their words begin", () => {
    expect(beginsIn("People Who has an account suspend", "Susp peo")).toBe(true);
    expect(beginsIn("People Who has an account suspend", "eople")).toBe(false);
  });

  it("is for admins alone, as is what needs attention", async () => {
    for (const person of [await anAgent(), await aCustomer()])
      for (const read of [
        () => findInDesk(person, "kim"),
        () => readAttention(person, now()),
        () => readExamination(person),
      ])
        await expectRefusal(read(), "not_found");
  });
});
