import { beforeAll, describe, expect, it } from "vitest";
import { days, later, now } from "@/lib/clock";
import { db } from "@/lib/db";
import { readDeskPage } from "@/lib/desk/agent-view";
import { sweep } from "@/lib/entry/jobs";
import { acceptMail, attachMail } from "@/lib/inbound/decide";
import { readInbound } from "@/lib/inbound/queue";
import { readInboxFacts } from "@/lib/inbound/waiting";
import { say } from "@/lib/messages/said";
import { translatorOf } from "@/lib/messages/translate";
import { readRequestPage } from "@/lib/requests/customer-view";
import { aCustomer, anAgent, aRequest, run } from "../../support/factories";
import { aPicture } from "../../support/files";
import { bring, type MailWishes, replyOf, replySettings } from "../../support/raw-mail";
import { commentsOf, rowOf } from "../../support/records";
import { setSettings } from "../../support/settings";

beforeAll(() => setSettings(replySettings));

async function aCase() {
  const customer = await aCustomer();
  return { customer, reference: await aRequest({ by: customer }) };
}

const quoting = "The second.\n\nOn Tue, 24 Nov 2026 at 10:00, Lodge <desk@lodge.test> wrote:\n\nWhich one?";

describe("a mail of which something was left out", () => {
  it("says so to its writer, and leads agents to all of it", async () => {
    const { customer, reference } = await aCase();
    const agent = await anAgent();
    const mail = await bring(replyOf(customer, reference, { body: quoting }));
    expect(mail).toMatchObject({ state: "let_in", body: "The second." });
    const entryFor = (page: { timeline: object[] } | null) => page?.timeline.at(-1);
    expect(entryFor(await readRequestPage(customer, reference))).toMatchObject({
      body: "The second.",
      shortened: { mailId: null },
    });
    expect(entryFor(await readDeskPage(agent, reference))).toMatchObject({ shortened: { mailId: mail?.id } });
    expect((await readInbound(agent, mail?.id ?? ""))?.text).toBe(quoting);
  });

  it("says nothing where all of it is there", async () => {
    const { customer, reference } = await aCase();
    await bring(replyOf(customer, reference, { body: "The second." }));
    expect((await readRequestPage(customer, reference))?.timeline.at(-1)).not.toHaveProperty("shortened");
  });

  it("says so when an agent lets it in, as a comment or as a note", async () => {
    const { customer, reference } = await aCase();
    const agent = await anAgent();
    const held = await bring(replyOf(customer, reference, { verdict: null, body: quoting }));
    await run(agent, act => acceptMail(act, { mail: held?.id ?? "" }));
    expect((await readDeskPage(agent, reference))?.timeline.at(-1)).toMatchObject({
      shortened: { mailId: held?.id },
    });
    const other = await bring(replyOf(customer, reference, { from: "bob@acme.test", body: quoting }));
    await run(agent, act => attachMail(act, { mail: other?.id ?? "", reference }));
    expect((await readDeskPage(agent, reference))?.timeline.at(-1)).toMatchObject({
      kind: "note",
      body: expect.stringContaining("Shortened: the inbox keeps the whole email for 90 days."),
    });
  });

  it("is kept whole for 90 days, its comment and the word that it was shortened for good", async () => {
    const { customer, reference } = await aCase();
    const agent = await anAgent();
    const mail = await bring(replyOf(customer, reference, { body: quoting }));
    const entries = async () =>
      [await readRequestPage(customer, reference), await readDeskPage(agent, reference)].map(page =>
        page?.timeline.at(-1),
      );
    await sweep(later(now(), days(89)));
    expect(await entries()).toMatchObject([
      { shortened: { mailId: null, isKept: true } },
      { shortened: { mailId: mail?.id, isKept: true } },
    ]);
    await sweep(later(now(), days(91)));
    expect(await db().inboundMail.count({ where: { requestId: (await rowOf(reference)).id } })).toBe(0);
    const left = { body: "The second.", shortened: { mailId: null, isKept: false } };
    expect(await entries()).toMatchObject([left, left]);
  });

  it("leaves no such word on a comment that was whole", async () => {
    const { customer, reference } = await aCase();
    await bring(replyOf(customer, reference, { body: "The second." }));
    await sweep(later(now(), days(91)));
    expect((await readRequestPage(customer, reference))?.timeline.at(-1)).not.toHaveProperty("shortened");
  });
});

describe("mails of HTML", () => {
  const html = ["Content-Type: text/html; charset=utf-8"];
  const bodyOf = async (wishes: MailWishes) => {
    const { customer, reference } = await aCase();
    await bring(replyOf(customer, reference, wishes));
    return (await commentsOf(reference)).at(-1)?.body;
  };

  it("keep the rows of their tables, and need no line of dashes", async () => {
    const body =
      "<p>Two of them:</p><table><tr><th>Device</th><th>Serial</th></tr><tr><td>Printer</td><td>4711</td></tr></table><hr>";
    expect(await bodyOf({ headers: html, body })).toBe("Two of them:\n\nDevice\tSerial\nPrinter\t4711");
  });

  it("lose the quote of the desk's mail, as in any other program", async () => {
    const quote =
      '<div>On Tue, 24 Nov 2026 at 10:00, Lodge &lt;<a href="mailto:desk@lodge.test">desk@lodge.test</a>&gt; wrote:</div>';
    const body = `<div>The second.</div>${quote}<blockquote>Which <b>one</b>?</blockquote>`;
    expect(await bodyOf({ headers: html, body })).toBe("The second.");
    const outlook =
      "<p>The second.</p><div><b>From:</b> Lodge &lt;desk@lodge.test&gt;<br><b>Sent:</b> Tuesday 10:00<br><b>To:</b> Ada<br><b>Subject:</b> Hello</div><p>Which?</p>";
    expect(await bodyOf({ headers: html, body: outlook })).toBe("The second.");
  });

  it("say something however long they are, and that they were cut", async () => {
    const { customer, reference } = await aCase();
    const body = `<style>${"a{b:c}".repeat(100_000)}</style><p>It still burns.</p>${"<p>and on</p>\n".repeat(120_000)}`;
    const mail = await bring(replyOf(customer, reference, { headers: html, body }));
    expect(mail).toMatchObject({ state: "held", cause: "too_long" });
    const page = await readInbound(await anAgent(), mail?.id ?? "");
    expect(page?.text).toMatch(/^It still burns\.\n\nand on/);
    expect(
      await db().inboundMail.findUnique({ where: { id: mail?.id }, select: { isShortened: true } }),
    ).toEqual({
      isShortened: true,
    });
  });

  it("show both kinds of parts in their order where a mail has several", async () => {
    const body = [
      "--m",
      "Content-Type: text/plain; charset=utf-8",
      "",
      "Before.",
      "--m",
      "Content-Type: text/html; charset=utf-8",
      "",
      "<p>After <b>it</b>.</p>",
      "--m--",
      "",
    ].join("\n");
    expect(await bodyOf({ headers: ['Content-Type: multipart/mixed; boundary="m"'], body })).toBe(
      "Before.\n\nAfter it.",
    );
  });
});

describe("pictures inside a mail", () => {
  const small = aPicture(20, 20);
  const filesOf = async (reference: string) =>
    (
      await db().file.findMany({ where: { requestId: (await rowOf(reference)).id }, select: { name: true } })
    ).map(({ name }) => name);

  it("are kept where the writer pasted them, however small, and left out where a signature shows them", async () => {
    const { customer, reference } = await aCase();
    const files = [
      { name: "screen.png", content: small, isInText: true, cid: "screen@acme" },
      { name: "logo.png", content: small, isInText: true, cid: "logo@acme" },
    ];
    const plain = "It says [cid:screen@acme] now.\n\n-- \nAda\n[cid:logo@acme]";
    const mail = await bring(replyOf(customer, reference, { body: plain, html: "<p>It says</p>", files }));
    expect(mail).toMatchObject({ state: "let_in", body: "It says now." });
    expect(await filesOf(reference)).toEqual(["screen.png"]);
    const page = await readInbound(await anAgent(), mail?.id ?? "");
    expect(page?.leftOut.map(file => say(translatorOf("en"), file))).toEqual([
      expect.stringMatching(/^logo\.png .*: a small image in a quote or signature$/),
    ]);
  });

  it("are found in the HTML where the plain words do not show them", async () => {
    const { customer, reference } = await aCase();
    const files = [
      { name: "screen.png", content: small, isInText: true, cid: "screen@acme" },
      { name: "logo.png", content: small, isInText: true, cid: "logo@acme" },
    ];
    const html =
      '<p>It says <img src="cid:screen@acme"></p><div class="gmail_signature"><img src="cid:logo@acme"></div>';
    await bring(replyOf(customer, reference, { body: "It says", html, files }));
    expect(await filesOf(reference)).toEqual(["screen.png"]);
  });
});

describe("files of a mail", () => {
  it("get a name from their type where they have none", async () => {
    const { customer, reference } = await aCase();
    const mail = await bring(
      replyOf(customer, reference, {
        body: "Attached.",
        files: [
          { name: "", content: Buffer.from("Subject: x\n\nHello"), type: "message/rfc822" },
          { name: "", content: aPicture(40, 40), type: "image/png" },
          { name: "Screenshot", content: aPicture(41, 40), type: "image/png" },
          { name: "", content: Buffer.from("BEGIN:VCALENDAR\n"), type: "text/calendar" },
        ],
      }),
    );
    expect(mail).toMatchObject({ state: "let_in" });
    const names = await db().file.findMany({
      where: { requestId: (await rowOf(reference)).id },
      orderBy: { id: "asc" },
      select: { name: true },
    });
    expect(names.map(({ name }) => name)).toEqual(["email.eml", "picture.png", "Screenshot.png", "file.ics"]);
  });

  it("that seal a mail are not spoken of in its comment, and what Outlook packed is, with the reason", async () => {
    const { customer, reference } = await aCase();
    const seals = [
      { name: "smime.p7s", content: Buffer.from("x"), type: "application/pkcs7-signature" },
      { name: "signature.asc", content: Buffer.from("x"), type: "application/pgp-signature" },
    ];
    const sealed = await bring(replyOf(customer, reference, { body: "Signed.", files: seals }));
    expect((await commentsOf(reference)).at(-1)?.body).toBe("Signed.");
    expect((await readInbound(await anAgent(), sealed?.id ?? ""))?.leftOut).toHaveLength(2);
    const packed = { name: "winmail.dat", content: Buffer.from("xy"), type: "application/ms-tnef" };
    await bring(replyOf(customer, reference, { body: "See it.", files: [packed] }));
    expect((await commentsOf(reference)).at(-1)?.body).toBe(
      "See it.\n\n1 file attached to this email was left out: `winmail.dat` (2 bytes: files packed by Outlook in a way that the desk cannot read)",
    );
  });
});

it("mails that were taken for a machine's are counted where admins look", async () => {
  const { customer, reference } = await aCase();
  const agent = await anAgent();
  const before = await readInboxFacts(agent);
  await bring(replyOf(customer, reference, { headers: ["X-Autoresponder: yes"] }));
  expect(await readInboxFacts(agent)).toMatchObject({ keptOut: (before?.keptOut ?? 0) + 1 });
});
