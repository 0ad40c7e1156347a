import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { readContent, unsentDays } from "@/lib/attachments/store";
import { before, days, now } from "@/lib/clock";
import { db } from "@/lib/db";
import { addNote } from "@/lib/desk/notes";
import { saveDraft } from "@/lib/drafts/drafts";
import { forgetDraft } from "@/lib/entry/drafts";
import { sweep } from "@/lib/entry/jobs";
import type { FileView } from "@/lib/form/file-view";
import { findFile } from "@/lib/requests/attachments";
import { commentOnRequest } from "@/lib/requests/comments";
import { removeParticipant } from "@/lib/sharing/participants";
import {
  aCustomer,
  anAdmin,
  anAgent,
  aParticipant,
  aRequest,
  aRequestIn,
  moveTo,
  run,
} from "../../support/factories";
import { anUnsentFile, aPicture, unsentFilesOf } from "../../support/files";
import { deliveriesOf, everythingOf, mailsOf, rowOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";

const contentOf = async (file: FileView) => Buffer.concat(await Array.fromAsync(readContent(file)));
const sees = async (actor: PersonActor, id: string) => (await findFile(actor, id)) !== null;

async function aSentFile() {
  const customer = await aCustomer();
  const reference = await aRequest({ by: customer });
  const file = await anUnsentFile(customer);
  await run(customer, act => commentOnRequest(act, { reference, body: "See this.", files: [file.id] }));
  return { customer, reference, file };
}

const lastComment = async (reference: string) =>
  db().comment.findFirstOrThrow({
    where: { requestId: (await rowOf(reference)).id },
    orderBy: { id: "desc" },
    select: { body: true, files: { select: { id: true, name: true, place: true } } },
  });

describe("a file beside a form", () => {
  it("is there again for whoever put it there, in that place, byte for byte", async () => {
    const person = await aCustomer();
    const content = aPicture(300, 200);
    const file = await anUnsentFile(person, { name: "screen.png", content });
    expect(await unsentFilesOf(person, "/requests/LDG-1#comment")).toEqual({ files: [file] });
    expect(await unsentFilesOf(person, "/requests/LDG-2#comment")).toEqual({});
    expect(await contentOf(file)).toEqual(content);
    expect(file).toMatchObject({ type: "image/png", width: 300, height: 200, size: content.length });
  });

  it("is handed out piece by piece, all of it", async () => {
    const content = Buffer.from(randomBytes(400_000).toString("hex"));
    const file = await anUnsentFile(await aCustomer(), { content });
    const pieces = await Array.fromAsync(readContent(file));
    expect(pieces.length).toBeGreaterThan(2);
    expect(Buffer.concat(pieces).equals(content)).toBe(true);
  });

  it("is nobody else's to see, not even an admin's", async () => {
    const person = await aCustomer();
    const { id } = await anUnsentFile(person);
    expect(await sees(person, id)).toBe(true);
    for (const other of [await aCustomer(), await anAgent(), await anAdmin()])
      expect(await sees(other, id)).toBe(false);
  });

  it("goes when the form is sent without it, and stays while words are saved or another tab sends", async () => {
    const person = await aCustomer();
    const place = "/requests/LDG-7#comment";
    await anUnsentFile(person, { place });
    await anUnsentFile(person, { place: "/requests/LDG-8#comment" });
    await run(person, act => saveDraft(act, { place, fields: { body: "" } }));
    expect(await unsentFilesOf(person, place)).not.toEqual({});
    await run(person, act => forgetDraft(act, `${person.id}/${place}`, true));
    expect(await unsentFilesOf(person, place)).not.toEqual({});
    await run(await aCustomer(), act => forgetDraft(act, `${person.id}/${place}`, false));
    expect(await unsentFilesOf(person, place)).not.toEqual({});
    await run(person, act => forgetDraft(act, `${person.id}/${place}`, false));
    expect(await unsentFilesOf(person, place)).toEqual({});
    expect(await unsentFilesOf(person, "/requests/LDG-8#comment")).not.toEqual({});
  });

  it("is swept away after three months; one that was sent never is", async () => {
    const { file: sent, customer } = await aSentFile();
    const ago = (count: number) => before(now(), days(count));
    const old = await anUnsentFile(customer, { at: ago(unsentDays + 1) });
    const young = await anUnsentFile(customer, { at: ago(unsentDays - 1) });
    await db().file.update({ where: { id: sent.id }, data: { createdAt: ago(400) } });
    await sweep();
    expect(await sees(customer, old.id)).toBe(false);
    expect(await sees(customer, young.id)).toBe(true);
    expect(await sees(customer, sent.id)).toBe(true);
    await expect(contentOf(old)).rejects.toThrow("removed");
  });
});

describe("a file that was sent", () => {
  it("is seen by whoever sees its request, and by nobody who no longer does", async () => {
    const { customer, reference, file } = await aSentFile();
    const participant = await aParticipant(reference);
    for (const reader of [customer, participant, await anAgent(), await anAdmin()])
      expect(await sees(reader, file.id)).toBe(true);
    expect(await sees(await aCustomer(), file.id)).toBe(false);
    await run(customer, act => removeParticipant(act, { reference, person: participant.id }));
    expect(await sees(participant, file.id)).toBe(false);
  });

  it("with an internal note is seen by agents alone", async () => {
    const customer = await aCustomer();
    const reference = await aRequest({ by: customer });
    const agent = await anAgent();
    const { id } = await anUnsentFile(agent);
    await run(agent, act => addNote(act, { reference, body: "", files: [id] }));
    expect(await sees(await anAgent(), id)).toBe(true);
    expect(await sees(customer, id)).toBe(false);
    expect(await sees(await aParticipant(reference), id)).toBe(false);
    expect((await deliveriesOf(reference)).map(({ kind }) => kind)).not.toContain("comment_posted");
  });

  it("goes along with an answer that moves the request, even without a word", async () => {
    const customer = await aCustomer();
    const reference = await aRequestIn("waiting_for_customer", { by: customer });
    const file = await anUnsentFile(customer, { name: "screen.png", content: aPicture() });
    await run(customer, act => commentOnRequest(act, { reference, files: [file.id] }));
    expect((await rowOf(reference)).status).toBe("waiting_for_support");
    expect(await lastComment(reference)).toEqual({
      body: "",
      files: [{ id: file.id, name: "screen.png", place: null }],
    });
  });

  it("is named in the mails about it, and never goes along itself", async () => {
    const customer = await aCustomer();
    const reference = await aRequest({ by: customer });
    const agent = await anAgent();
    const file = await anUnsentFile(agent, { name: "guide.txt", content: Buffer.from("secret content") });
    await run(agent, act => commentOnRequest(act, { reference, body: "Read on.", files: [file.id] }));
    const mail = (await mailsOf(reference)).at(-1);
    expect(mail?.text).toContain("Attached: guide.txt (14 bytes)");
    expect(mail?.text).not.toContain("secret content");
  });
});

describe("a file that cannot go along", () => {
  async function expectNothingSent(by: PersonActor, reference: string, files: string[]) {
    const before = await everythingOf(reference);
    const refusal = await expectRefusal(
      run(by, act => commentOnRequest(act, { reference, body: "With it.", files })),
      "conflict",
    );
    expect(refusal.fields.files?.[0]).toMatch(/was removed, or sent from another tab/);
    expect(await everythingOf(reference)).toEqual(before);
  }

  it("because it is somebody else's, beside their form or on their request", async () => {
    const { file } = await aSentFile();
    const thief = await aCustomer();
    const reference = await aRequest({ by: thief });
    await expectNothingSent(thief, reference, [(await anUnsentFile(await aCustomer())).id]);
    await expectNothingSent(thief, reference, [file.id]);
    expect(await sees(thief, file.id)).toBe(false);
  });

  it("because it was sent before, or is gone", async () => {
    const { customer, reference, file } = await aSentFile();
    await expectNothingSent(customer, reference, [file.id]);
    await expectNothingSent(customer, reference, ["01a20ad9-6e93-73bb-9106-c8f058b8bcd6"]);
  });

  it("a second time, when two tabs send it at once", async () => {
    const customer = await aCustomer();
    const reference = await aRequest({ by: customer });
    const { id } = await anUnsentFile(customer);
    const outcomes = await Promise.allSettled(
      ["One", "Two"].map(body =>
        run(customer, act => commentOnRequest(act, { reference, body, files: [id] })),
      ),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db().comment.count({ where: { requestId: (await rowOf(reference)).id } })).toBe(1);
  });

  it("because the command was refused: then it lies beside the form as before", async () => {
    const customer = await aCustomer();
    const reference = await aRequestIn("resolved", { by: customer });
    const { id } = await anUnsentFile(customer);
    await expectRefusal(
      run(customer, act => commentOnRequest(act, { reference, body: "Hm.", files: [id] })),
      "invalid",
    );
    expect(await unsentFilesOf(customer, "/requests/LDG-1#comment")).toMatchObject({ files: [{ id }] });
    await expectRefusal(moveTo(customer, reference, "respond", { body: "Hm." }), "forbidden");
  });
});
