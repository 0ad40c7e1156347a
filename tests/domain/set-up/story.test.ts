import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { operator, type PersonActor } from "@/lib/actor";
import { answersSchema } from "@/lib/catalog/answers";
import { db } from "@/lib/db";
import { claimRequest } from "@/lib/desk/assignment";
import { addNote } from "@/lib/desk/notes";
import { examine } from "@/lib/doctor/promises";
import { commentOnRequest } from "@/lib/requests/comments";
import { correctRequest, readCorrectionPage } from "@/lib/requests/correct";
import { makeSetUpLink } from "@/lib/set-up/link";
import { endStory, readStorySize } from "@/lib/set-up/story";
import { refreshSettings } from "@/lib/settings";
import { runScript } from "@/scripts/child";
import { end as endByCommand } from "@/scripts/story";
import { makeTestDatabase } from "../../support/databases";
import { aCustomer, actorOf, anAdmin, aRequest, run } from "../../support/factories";
import { anUnsentFile } from "../../support/files";
import { rowOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";
import { setSettings, settingsInUse } from "../../support/settings";

const isOfStory = { endsWith: ".example" };
let customer: PersonActor;
let reference: string;

/** An agent adds a file to what the customer has answered. */
async function addFileToAnswers(agent: PersonActor) {
  const page = await readCorrectionPage(agent, reference, "agent");
  if (!page) throw new Error("It cannot be corrected.");
  const { summary, formVersionId, edition, fields } = page;
  const file = await anUnsentFile(agent, { place: `/requests/${reference}#correct`, field: "answers.files" });
  const answers = answersSchema(fields).parse({ details: "See there.", files: [file.id] });
  await run(agent, act => correctRequest(act, { reference, summary, formVersionId, edition, answers }));
}

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), "lodge-story-"));
  setSettings({ DATABASE_URL: await makeTestDatabase("story") });
  const settings = { ...settingsInUse(), LODGE_FOLDER: folder };
  const { code, output } = await runScript("load.ts", ["story"], settings);
  rmSync(folder, { recursive: true });
  if (code !== 0) throw new Error(output);
  // Somebody tries the desk: a request of theirs, which people of the story work on, and words of theirs on another.
  customer = await aCustomer();
  reference = await aRequest({ by: customer, summary: "The real one" });
  const [agent, admin] = [await actorOf("tomas@lodge.example"), await actorOf("ines@lodge.example")];
  await run(agent, act => claimRequest(act, { reference }));
  await run(agent, act => commentOnRequest(act, { reference, body: "We look into it." }));
  await run(admin, act => addNote(act, { reference, body: "Looks real." }));
  await run(customer, act => commentOnRequest(act, { reference, body: "Thank you." }));
  await addFileToAnswers(agent);
});

const end = () => run(operator, endStory, undefined, { seconds: 300 });

describe("ending the demo story", () => {
  it("is refused to everybody but the operator", async () => {
    await expectRefusal(run(await actorOf("ines@lodge.example"), endStory), "forbidden");
    expect((await readStorySize()).people).toBeGreaterThan(3);
  });

  it("is only announced until it is confirmed", async () => {
    expect(await endByCommand(false)).toMatch(/^This removes \d+ people of the demo story for good/);
    expect((await readStorySize()).people).toBeGreaterThan(3);
  });

  it("removes its people and what they wrote, and leaves what is not theirs and how the desk is set up", async () => {
    const count = async () => [
      await db().requestType.count(),
      await db().team.count(),
      await db().tag.count(),
      await db().organisation.count(),
      await db().setting.count(),
    ];
    const before = await count();
    const link = await end();
    expect(await count()).toEqual(before);
    expect(await db().person.count({ where: { email: isOfStory } })).toBe(0);
    const left = await db().serviceRequest.findMany({ select: { summary: true, assigneeId: true } });
    expect(left).toEqual([{ summary: "The real one", assigneeId: null }]);
    const { id } = await rowOf(reference);
    const words = await db().comment.findMany({ where: { requestId: id }, select: { body: true } });
    expect([words, await db().note.count()]).toEqual([[{ body: "Thank you." }], 0]);
    expect(await db().file.findMany({ where: { requestId: id }, select: { ownerId: true } })).toEqual([
      { ownerId: null },
    ]);
    const kept = await db().event.findMany({ where: { part: "demo" }, select: { requestId: true } });
    expect(new Set(kept.map(({ requestId }) => requestId))).toEqual(new Set([id]));
    expect(await db().accountInvitation.count()).toBe(0);
    expect(link).toMatch(/\/setup\/[\w-]{43}$/);
  });

  it("leaves a desk that keeps its promises", async () => {
    expect((await examine()).flatMap(({ broken }) => broken)).toEqual([]);
  });

  it("leaves a desk that is to be set up, as nobody real is its admin", async () => {
    expect((await refreshSettings()).setUp).toBe("fresh");
    await run(operator, makeSetUpLink);
    await expectRefusal(end(), "not_found", /no demo story/);
  });

  it("leaves history as unchangeable as it was", async () => {
    await anAdmin();
    await expect(db().$executeRaw`delete from events`).rejects.toThrow(/history cannot be rewritten/);
  });
});
