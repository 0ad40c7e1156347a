import type { Attachment } from "mailparser";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { readArrival } from "@/lib/inbound/arrival";
import { acceptMail } from "@/lib/inbound/decide";
import { readPart } from "@/lib/inbound/parts";
import { hiddenLink, hidePersonalLinks } from "@/lib/inbound/personal-links";
import { readInbound } from "@/lib/inbound/queue";
import { aCustomer, anAgent, aRequest, moveTo, run } from "../support/factories";
import { bring, replyOf, replySettings } from "../support/raw-mail";
import { everythingOf } from "../support/records";
import { lastMailTo } from "../support/sent-mails";
import { setSettings } from "../support/settings";

beforeAll(() => setSettings({ ...replySettings, APP_URL: "https://desk.lodge.test" }));

const token = "Zk3-q_9bT0aLw8YxC5vN2mE7rH4jD6sU1fGpKcXiQoM";
const base = "https://desk.lodge.test";
const ids = "0192f0c1-8f1e-7a34-9c55-1d2e3f4a5b6c.0192f0c1-9a2b-7c45-8d66-2e3f4a5b6c7d";

const links: [string, string][] = [
  ["mute", `${base}/mute/${ids}.${token}`],
  ["one click", `${base}/api/mute/${ids}.${token}`],
  ["set password", `${base}/set-password/${token}`],
  ["confirm", `${base}/sign-up/confirm/${token}`],
  ["invitation", `${base}/invitations/${token}`],
  ["invitation to the desk", `${base}/join/${token}`],
  ["change of address", `${base}/settings/email/${token}`],
  ["log in", `${base}/sign-in/link/${token}`],
  ["a page that there is not yet", `${base}/x/${token}?from=mail`],
  [
    "wrapped by a scanner",
    `https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fdesk.lodge.test%2Fset-password%2F${token}&data=05`,
  ],
  ["wrapped twice", `https://a.test/?u=https%253A%252F%252Fdesk.lodge.test%252Finvitations%252F${token}`],
  ["wrapped, by Proofpoint", `https://urldefense.com/v3/__${base}/mute/${ids}.${token}__;!!x`],
  ["capital letters in its host", `HTTPS://Desk.Lodge.TEST/set-password/${token}`],
  ["without its address", `${ids}.${token}`],
];

describe("a personal link is taken out of a text", () => {
  it.each(links)("%s", (_, link) => {
    expect(hidePersonalLinks(`See ${link} now`)).toBe(`See ${hiddenLink} now`);
    for (const [before, after] of [
      ["<", ">"],
      ["(", ")"],
      ['<a href="', '">here</a>'],
      ["[", "]"],
      ["> ", "\n> x"],
    ])
      expect(hidePersonalLinks(`${before}${link}${after}`)).toBe(`${before}${hiddenLink}${after}`);
  });

  it.each(links.slice(0, 8))("%s, broken over two lines at any place behind its host", (_, link) => {
    for (const mark of ["\n", "\n> ", "\r\n"])
      for (let at = base.length + 1; at < link.length; at++) {
        const hidden = hidePersonalLinks(`> ${link.slice(0, at)}${mark}${link.slice(at)}`);
        // Too little is left to find the rest: 24 letters of it at most.
        for (let from = 0; from + 24 <= token.length; from++)
          expect(hidden.replace(/[\s>]/g, "")).not.toContain(token.slice(from, from + 24));
      }
  });

  it("and nothing else is", () => {
    for (const text of [
      `${base}/requests/LDG-1042?entry=7#entry-7`,
      `${base}/agent/requests/LDG-1042`,
      `${base}/catalog/report-a-problem-with-the-printer-in-the-hall`,
      `https://elsewhere.test/invitations/${token}`,
      "0192f0c1-8f1e-7a34-9c55-1d2e3f4a5b6c",
      "mute/unmute, and set-password",
      "a ".repeat(1_000),
      `It breaks at ${base}/requests/LDG-1042\n\nERR_CONNECTION_REFUSED is all it says`,
      `It breaks at ${base}/requests/LDG-1042\nERR_CONNECTION_REFUSED is all it says`,
      `It breaks at ${base}/requests/LDG-1042\nSN-4711-aBc-0815-xYz is on its back`,
      `${base}\nSN-4711-aBc-0815-xYz`,
      `${base}/\nSN-4711-aBc-0815-xYz`,
      `Write to desk@desk.lodge.test\nSN-4711-aBc-0815-xYz-${token}`,
      `${base}/set-password\nBenutzerverwaltung\nZugriffssteuerung\nDatenschutz-Grundverordnung`,
      `${base}/catalog/accounts\r\nBenutzerverwaltung\r\nZugriffssteuerung`,
    ])
      expect(hidePersonalLinks(text)).toBe(text);
    const link = `${base}/set-password/${token}`;
    for (const rest of [
      "\nBenutzerverwaltung\nZugriffssteuerung",
      "\nERR_CONNECTION_REFUSED\nERR_CONNECTION_REFUSED",
      "\nSN-4711-aBc-0815-xYz",
      "\n\nSN-4711-aBc-0815-xYz",
      "\n> \n> SN-4711-aBc-0815-xYz",
      ">\nSN-4711-aBc-0815-xYz",
      " is it:\nSN-4711-aBc-0815-xYz",
    ])
      expect(hidePersonalLinks(link + rest)).toBe(hiddenLink + rest);
    const words = "\nBenutzerverwaltung\nERR_CONNECTION_REFUSED";
    expect(hidePersonalLinks(link.slice(0, -10) + words)).toBe(hiddenLink + words);
    expect(hidePersonalLinks(`to reply+${"a2".repeat(28)}@reply.lodge.test`)).toBe(
      "to reply+…@reply.lodge.test",
    );
  });
});

describe("a file that came along", () => {
  const link = `${base}/mute/${ids}.${token}`;
  const typeOf = (name: string) => (name.endsWith(".eml") ? "message/rfc822" : "text/plain");
  const read = (filename: string, text: string, contentType = typeOf(filename)) =>
    readPart({ filename, contentType, content: Buffer.from(text) } as Attachment, "", "").content.toString();

  it.each(["settings.env", "mail.eml"])("loses its link and keeps all else: %s", name => {
    for (const end of ["\n", "\r\n"]) {
      const lines = (middle: string) =>
        ["HOST=", "PORT=8080", middle, "aGVsbG8gd29ybGQ=", "", "LAST="].join(end);
      expect(read(name, lines(link))).toBe(lines(hiddenLink));
      expect(read(name, lines("nothing"))).toBe(lines("nothing"));
    }
  });

  it("loses a link that the encoding of a mail broke anywhere, and keeps its other lines as they are", () => {
    for (const [name, type] of [
      ["broken.eml", "application/octet-stream"],
      ["broken", "message/rfc822"],
    ] as const)
      for (let at = 8; at < link.length; at += 3) {
        const broken = `${link.slice(0, at)}=\r\n${link.slice(at)}`;
        const lines = (middle: string) => `Subject: x\r\n\r\nA long=\r\n line\r\n${middle}\r\nLAST=`;
        expect(read(name, lines(`See ${broken}`), type)).toBe(lines(`See ${hiddenLink}`));
      }
  });
});

/** A customer answers in a program that quotes the desk's mail without marks, wherever a mail can hold it. */
describe("the whole way of a reply that quotes the desk's mail", () => {
  async function aCase() {
    const customer = await aCustomer();
    const reference = await aRequest({ by: customer });
    await moveTo(await anAgent(), reference, "ask", { body: "Which one?" });
    const mail = await lastMailTo(customer.email, "waiting_for_you");
    const oneClick = /<(.*)>/.exec(mail.headers["List-Unsubscribe"] ?? "")?.[1] ?? "";
    const seen = /https:\/\/desk\.lodge\.test\/mute\/[\w.-]+/.exec(mail.text)?.[0] ?? "";
    expect(oneClick).toContain("/api/mute/");
    expect(seen).toContain("/mute/");
    // The last part proves it; without that nothing can be done.
    const canaries = [oneClick, seen].map(link => link.split(".").at(-1) ?? "");
    return { customer, reference, mail, seen, oneClick, canaries };
  }

  /** Everything that the database and the pages hold of it afterwards, but for the mails that the desk wrote. */
  async function leftOf(reference: string, mailId: string) {
    const everything = await everythingOf(reference);
    const rows = await db().inboundMail.findMany({
      where: { id: mailId },
      include: { files: { include: { content: true } } },
    });
    const files = await db().fileContent.findMany({ select: { bytes: true } });
    const page = await readInbound(await anAgent(), mailId);
    const { deliveries: _, ...rest } = everything as Record<string, unknown>;
    const bytes = files.map(({ bytes }) => Buffer.from(bytes).toString("latin1")).join("\n");
    return (
      JSON.stringify([rest, rows, page], (_, value) => (typeof value === "bigint" ? String(value) : value)) +
      bytes
    );
  }

  it("leaves no link of theirs in the comment, the kept mail, its subject, its files or the agent's page", async () => {
    const { customer, reference, mail, seen, oneClick, canaries } = await aCase();
    const quoted = [mail.text, `List-Unsubscribe: <${oneClick}>`].join("\n");
    const shapes = [
      { body: `Here you are: ${seen}\n\n${quoted}` },
      { body: `The second.\n\nSomebody wrote to me:\n${quoted.replace(/^/gm, "> ")}\n\nThat is all.` },
      { subject: `Re: ${seen.slice(0, 250)}`, body: "See the subject." },
      { headers: ["Content-Type: text/html; charset=utf-8"], body: `<p>The second.</p>${mail.html}` },
      {
        body: "Attached.",
        files: [
          {
            name: "mail.eml",
            content: Buffer.from(`Subject: x\nList-Unsubscribe: <${oneClick}>\n\n${mail.text}`),
          },
          {
            name: "broken.eml",
            content: Buffer.from(`Subject: x\n\n${seen.slice(0, 60)}=\r\n${seen.slice(60)}`),
          },
          { name: "notes.txt", content: Buffer.from(quoted) },
        ],
      },
    ];
    for (const shape of shapes) {
      const kept = await bring(replyOf(customer, reference, shape));
      expect(kept).toMatchObject({ state: "let_in" });
      const left = await leftOf(reference, kept?.id ?? "");
      for (const canary of canaries) expect(left).not.toContain(canary);
      expect(left).toContain(shape.files ? "Attached." : "e second.".slice(0, 2));
    }
  });

  it("nor in the subject of a mail that is too large to be read", async () => {
    const { seen, canaries } = await aCase();
    const carried = { source: "resend", id: "1", raw: null, tooLarge: true, subject: `Re: ${seen}` } as const;
    const { mail } = await readArrival(carried);
    expect(mail.subject).toBe(`Re: ${hiddenLink}`);
    for (const canary of canaries) expect(JSON.stringify(mail)).not.toContain(canary);
  });

  it("nor when an agent lets it in", async () => {
    const { customer, reference, mail, canaries } = await aCase();
    const kept = await bring(replyOf(customer, reference, { verdict: null, body: `Look:\n\n${mail.text}` }));
    expect(kept).toMatchObject({ state: "held" });
    await run(await anAgent(), act => acceptMail(act, { mail: kept?.id ?? "" }));
    const left = await leftOf(reference, kept?.id ?? "");
    expect(left).toContain(hiddenLink);
    for (const canary of canaries) expect(left).not.toContain(canary);
  });
});
