import { beforeAll, describe, expect, it } from "vitest";
import { days, later, now } from "@/lib/clock";
import { db } from "@/lib/db";
import { sweep } from "@/lib/entry/jobs";
import { acceptMail, attachMail, discardMail } from "@/lib/inbound/decide";
import { findMailFile, readInbound } from "@/lib/inbound/queue";
import { findFile } from "@/lib/requests/attachments";
import { readRequestPage } from "@/lib/requests/customer-view";
import { aCustomer, anAgent, aRequest, run } from "../../support/factories";
import { anUnsentFile, aPdf, aPicture } from "../../support/files";
import { addressFor, bring, rawMail, replyOf, replySettings } from "../../support/raw-mail";
import { commentsOf, deliveriesOf, rowOf } from "../../support/records";
import { setSettings } from "../../support/settings";

beforeAll(() => setSettings({ ...replySettings, FILE_MB_PER_DAY: "1" }));

const picture = { name: "screen.png", content: aPicture(400, 300) };
const bill = { name: "bill.pdf", content: aPdf() };

async function aCase() {
  const customer = await aCustomer();
  return { customer, reference: await aRequest({ by: customer }) };
}

const filesOn = async (reference: string) =>
  db().file.findMany({
    where: { requestId: (await rowOf(reference)).id },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, name: true, ownerId: true, commentId: true, noteId: true, mailId: true },
  });
const mailOf = (id: string | undefined) =>
  db().inboundMail.findUniqueOrThrow({
    where: { id: id ?? "" },
    select: { leftOut: true, files: { select: { name: true } } },
  });

/** A mail that nobody vouches for. */
async function aHeldMail(files = [picture], from?: string) {
  const { customer, reference } = await aCase();
  const to = addressFor(customer, reference);
  const mail = await bring(rawMail({ from: from ?? customer.email, to, verdict: null, files, body: "See." }));
  expect(mail).toMatchObject({ state: "held" });
  return { id: mail?.id ?? "", customer, reference };
}

describe("the files of a genuine reply", () => {
  it("go along with its words, just as if they had been uploaded", async () => {
    const { customer, reference } = await aCase();
    await bring(replyOf(customer, reference, { body: "See both.", files: [picture, bill] }));
    expect(await commentsOf(reference)).toEqual([{ authorId: customer.id, body: "See both." }]);
    const files = await filesOn(reference);
    expect(files.map(({ name }) => name)).toEqual(["screen.png", "bill.pdf"]);
    for (const file of files) expect(file).toMatchObject({ ownerId: customer.id, mailId: null });
    const [entry] = (await readRequestPage(customer, reference))?.timeline.slice(-1) ?? [];
    expect(entry).toMatchObject({ kind: "comment", files: [{ width: 400, height: 300 }, { width: null }] });
  });

  it("are enough without a word", async () => {
    const { customer, reference } = await aCase();
    const agent = await anAgent();
    const raw = replyOf(customer, reference, { body: "> Is it out?\n", files: [picture] });
    expect(await bring(raw)).toMatchObject({ state: "let_in" });
    expect(await commentsOf(reference)).toEqual([{ authorId: customer.id, body: "" }]);
    expect(await findFile(agent, (await filesOn(reference))[0]?.id ?? "")).not.toBeNull();
    expect(await bring(raw)).toBeNull();
    expect(await filesOn(reference)).toHaveLength(1);
  });

  it("are left out where the desk does not take them, are too many, or only decorate the text", async () => {
    const { customer, reference } = await aCase();
    const logo = { name: "logo.png", content: aPicture(20, 20), isInText: true, cid: "logo@acme" };
    const many = Array.from({ length: 12 }, (_, index) => ({ ...bill, name: `${index}.pdf` }));
    const mail = await bring(
      replyOf(customer, reference, {
        body: "All of it.",
        files: [logo, { name: "page.html", content: Buffer.from("<p>") }, ...many],
      }),
    );
    expect((await filesOn(reference)).map(({ name }) => name)).toEqual(
      many.slice(0, 10).map(({ name }) => name),
    );
    const [comment] = await commentsOf(reference);
    expect(comment?.body).toMatch(
      /^All of it\.\n\n3 files attached to this email were left out: `page\.html` \(3 bytes: the desk does not accept it\), `10\.pdf` .*, `11\.pdf` /,
    );
    expect((await mailOf(mail?.id)).leftOut).toMatchObject([
      { name: "logo.png", why: "decoration" },
      { name: "page.html", why: "kind" },
      { name: "10.pdf", why: "too_many" },
      { name: "11.pdf", why: "too_many" },
    ]);
  });

  it("wait for an agent when they are more than one person may send in a day", async () => {
    const { customer, reference } = await aCase();
    await anUnsentFile(customer, { content: Buffer.alloc(900_000, "x") });
    const files = [{ name: "long.txt", content: Buffer.alloc(200_000, "y") }];
    expect(await bring(replyOf(customer, reference, { files }))).toMatchObject({
      state: "held",
      cause: "too_many_files",
    });
    expect(await filesOn(reference)).toEqual([]);
  });
});

describe("the files of a mail that waits", () => {
  it("are read by agents on its page, and by nobody else", async () => {
    const { id, customer } = await aHeldMail([picture, bill]);
    const agent = await anAgent();
    const page = await readInbound(agent, id);
    expect(page?.files.map(({ name }) => name)).toEqual(["screen.png", "bill.pdf"]);
    const file = page?.files[0]?.id ?? "";
    expect(await findMailFile(agent, file)).toMatchObject({ type: "image/png" });
    expect(await findMailFile(customer, file)).toBeNull();
    expect(await findFile(customer, file)).toBeNull();
    expect(await findFile(agent, file)).toBeNull();
  });

  it("become files of its sender's comment when it is let in", async () => {
    const { id, customer, reference } = await aHeldMail();
    await run(await anAgent(), act => acceptMail(act, { mail: id }));
    expect(await filesOn(reference)).toMatchObject([
      { name: "screen.png", ownerId: customer.id, noteId: null },
    ]);
    expect((await mailOf(id)).files).toEqual([]);
  });

  it("become files of an internal note when its sender is nobody of the request", async () => {
    const { id } = await aHeldMail([picture], "friend@acme.test");
    const { customer, reference } = await aCase();
    const agent = await anAgent();
    await run(agent, act => attachMail(act, { mail: id, reference }));
    const [file] = await filesOn(reference);
    expect(file).toMatchObject({ ownerId: agent.id, commentId: null });
    expect(await findFile(customer, file?.id ?? "")).toBeNull();
    expect((await deliveriesOf(reference)).map(({ kind }) => kind)).toEqual(["request_received"]);
  });

  it("are left out by name where those of others have filled the room", async () => {
    const { id: full } = await aHeldMail();
    await db().file.updateMany({ where: { mailId: full }, data: { size: 500_000_000 } });
    const { id, customer, reference } = await aHeldMail();
    expect(await mailOf(id)).toMatchObject({ files: [], leftOut: [{ name: "screen.png", why: "no_room" }] });
    // What is proven to be from somebody on a request needs none of it.
    await bring(replyOf(customer, reference, { files: [picture] }));
    expect(await filesOn(reference)).toHaveLength(1);
    await db().file.updateMany({ where: { mailId: full }, data: { size: picture.content.length } });
  });

  it("go with it when it was discarded and is swept away", async () => {
    const { id } = await aHeldMail();
    await run(await anAgent(), act => discardMail(act, { mail: id }));
    expect((await mailOf(id)).files).toHaveLength(1);
    await sweep(later(now(), days(91)));
    expect(await db().file.count({ where: { mailId: id } })).toBe(0);
  });
});

it("a mail that was taken for a machine's can be let in all the same, with its files", async () => {
  const { customer, reference } = await aCase();
  const mail = await bring(
    rawMail({
      from: customer.email,
      to: addressFor(customer, reference),
      headers: ["Auto-Submitted: auto-generated"],
      body: "Sent by my phone.",
      files: [picture],
    }),
  );
  expect(mail).toMatchObject({ state: "kept_out" });
  expect(await commentsOf(reference)).toEqual([]);
  const agent = await anAgent();
  await run(agent, act => attachMail(act, { mail: mail?.id ?? "", reference }));
  expect(await commentsOf(reference)).toEqual([{ authorId: customer.id, body: "Sent by my phone." }]);
  expect(await filesOn(reference)).toMatchObject([{ name: "screen.png", ownerId: customer.id }]);
});
