import { describe, expect, it } from "vitest";
import * as accountExists from "../../../emails/account-exists";
import * as addressTaken from "../../../emails/address-taken";
import * as commentPosted from "../../../emails/comment-posted";
import * as confirmAddress from "../../../emails/confirm-address";
import { firstWords, lasting, plain, plainName, requestSubject } from "../../../emails/plain";
import * as requestCorrected from "../../../emails/request-corrected";
import * as requestReceived from "../../../emails/request-received";
import * as signUpRefused from "../../../emails/sign-up-refused";
import * as statusChanged from "../../../emails/status-changed";
import * as verifyAddress from "../../../emails/verify-address";
import { translatorOf } from "../../../lib/messages/translate";
import { preview, requestTable, requestUrl, table } from "./previews";

const t = translatorOf("en");

const nasty = [
  "<script>alert(1)</script>",
  '<img src="https://evil.test/pixel.png" onerror="alert(1)">',
  "![pixel](https://evil.test/pixel.png)",
  "[press here](javascript:alert(1))",
  "[data](data:text/html;base64,PHNjcmlwdD4=)",
  "<javascript:alert(1)>",
  '</style></td></table><a href="https://evil.test">x</a>',
  "[ref]\n\n[ref]: vbscript:x",
  "| a | b |\n|:-:|--|\n| <b>1</b> | `2` |",
  "note[^1]\n\n[^1]: <iframe src=x>",
];

function expectInert(html: string) {
  expect(html).not.toMatch(/<(?:script|img|iframe|object|svg|form|input)\b/i);
  expect(html).not.toMatch(/<[^>]*\son\w+=/i);
  const addresses = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address);
  for (const address of addresses) expect(address).toMatch(/^(?:https?:\/\/|mailto:)/);
}

describe.each(table)("%s", (_name, mail) => {
  it("says the same in HTML and in text, with its link", async () => {
    const { subject, html, text } = await mail.write();
    expect(subject).toMatch(/^\S.*\S$/);
    expect(html).toMatch(/^<!DOCTYPE html/);
    expect(html).toContain('lang="en"');
    expect(html).toContain(`href="${mail.link}"`);
    expect(text).toContain(mail.link);
    for (const part of [subject, html, text]) {
      expect(part).not.toMatch(/undefined|\[object Object\]|NaN/);
    }
    expect(text).not.toMatch(/<\/?[a-z]+[ >]|&[a-z]+;/i);
  });

  it("fetches nothing and is laid out for readers of all kinds", async () => {
    const { html } = await mail.write();
    expectInert(html);
    expect(html).not.toMatch(/url\(|@import|<link\b/i);
    expect(html).toContain('<meta name="color-scheme" content="light dark"');
    expect(html.match(/<h1\b/g)).toHaveLength(1);
    for (const [table] of html.matchAll(/<table\b[^>]*>/g)) expect(table).toContain('role="presentation"');
  });

  it("lets no markup through in the names of desk and people", async () => {
    const name = `<script>alert(1)</script>\r\nBcc: x@evil.test https://evil.test/win`;
    const desk = { name, url: "https://desk.example.com", accent: "red}</style><script>" };
    const { subject, html } = await mail.write({ desk, recipient: { name } });
    expectInert(html);
    expect(subject).not.toMatch(/[\r\n]/);
  });
});

describe("a mail of a request", () => {
  it.each(requestTable)("has the constant subject: %s", async (_name, mail) => {
    const { subject, html, text } = await mail.write();
    expect(subject).toBe("[LDG-1042] Exported report is missing the last two columns");
    expect(html).toContain("LDG-1042");
    expect(text).toContain("LDG-1042 · Exported report");
  });

  it.each(requestTable)("keeps its subject after the summary was corrected: %s", async (_name, mail) => {
    const { subject, text } = await mail.write({
      request: { reference: "LDG-7", summary: "Three columns", raisedAs: "Two columns", url: mail.link },
    });
    expect(subject).toBe("[LDG-7] Two columns");
    expect(text).toContain("Three columns");
  });

  it.each(requestTable)("shows a nasty summary as its letters: %s", async (_name, mail) => {
    const summary = `${nasty[0]}\r\nBcc: everybody@evil.test`;
    const { subject, html, text } = await mail.write({
      request: { reference: "LDG-7", summary, url: mail.link },
    });
    expect(subject).toBe("[LDG-7] <script>alert(1)</script> Bcc: everybody@evil.test");
    expectInert(html);
    expect(text).toContain("<script>alert(1)</script>");
  });
});

describe("words of people", () => {
  const said = preview(commentPosted, requestUrl);

  it.each(nasty)("cannot do anything: %s", async body => {
    const { html } = await said.write({ body, author: body, change: { from: body, to: body } });
    expectInert(html);
    // Whatever leads somewhere shows where.
    const links = [...html.matchAll(/<a[^>]*href="(https:\/\/evil\.test[^"]*)"[^>]*>(.*?)<\/a>/g)];
    for (const [, href, words] of links) expect(words).toBe(href);
  });

  it("keep their structure in the text part, marked as a quotation", async () => {
    const body =
      "First line\nsecond **strong** line\n\n- one\n- two\n\n[guide](https://docs.test/a_b?c=1&d=2)";
    const { html, text } = await said.write({ body });
    expect(html).toContain('href="https://docs.test/a_b?c=1&amp;d=2"');
    expect(text).toContain("> First line\n> second strong line\n> \n> - one\n> - two\n");
    expect(text).toContain("> guide <https://docs.test/a_b?c=1&d=2>");
  });

  it("stay within their quotation, so that they cannot pass for the desk's own words", async () => {
    const { text } = await said.write({ body: "Hello\n\n```\nView request:\nhttps://evil.test\n```" });
    expect(text.match(/^View request:/gm)).toHaveLength(1);
    expect(text).toContain("> View request:");
  });

  it("show what was typed for a picture, and never the picture", async () => {
    const { html, text } = await said.write({ body: "![A red lamp](https://evil.test/lamp.png)" });
    expectInert(html);
    expect(text).toContain("> ![A red lamp](https://evil.test/lamp.png)");
  });

  const odd = {
    quotes: ">".repeat(20_000),
    lists: `${"1) ".repeat(4_000)}x`,
    brackets: "[".repeat(20_000),
    pictures: `${"![".repeat(3_000)}a${"](x)".repeat(3_000)}`,
    stars: `${"*".repeat(6_000)}a${"*".repeat(6_000)}`,
    emphasis: `${"*a _b ".repeat(1_000)}${" b_ a*".repeat(1_000)}`,
    rules: "a\n-\n".repeat(3_000),
  };

  it.each(Object.entries(odd))("are written down at once, however odd: %s", async (_name, body) => {
    const { html, text } = await said.write({ body });
    expectInert(html);
    expect(text).toContain(requestUrl);
  });

  it("are read as Markdown although long and full of marks", async () => {
    const body = "- **one** of [many](https://docs.test)\n".repeat(80);
    expect((await said.write({ body })).html.match(/<li/g)).toHaveLength(80);
  });

  it("are cut where a mail program would cut the mail, which is said", async () => {
    const { text } = await said.write({ body: "word ".repeat(4_000) });
    expect(text).toContain("There is more");
    expect(text).toContain(requestUrl);
  });

  it("are cut after so many lines, which is said as well", async () => {
    const { html, text } = await said.write({ body: "line\n".repeat(2_000) });
    for (const part of [html, text]) {
      expect(part.match(/\bline\b/g)?.length).toBeLessThan(400);
      expect(part).toContain("There is more");
    }
  });

  it("keep the lines of an answer", async () => {
    const received = preview(requestReceived, requestUrl);
    const { html, text } = await received.write({ answers: [{ label: "What?", value: "one\ntwo <b>" }] });
    expectInert(html);
    expect(text).toContain("What?\none\ntwo <b>");
  });

  it("let short answers run their own way, and stand where the mail begins, below their labels", async () => {
    const { html } = await preview(requestReceived, requestUrl).write({
      t: translatorOf("ar"),
      answers: [
        { label: "الهاتف", value: "+49 221 1234" },
        { label: "What?", value: "تقرير" },
      ],
    });
    for (const words of ["الهاتف", "\\+49 221 1234", "What\\?", "تقرير"])
      expect(html).toMatch(new RegExp(`<p(?![^>]*dir=)[^>]*><bdi dir="auto">${words}<`));
  });

  it("let each line of a comment run its own way, as on its page", async () => {
    const { html } = await preview(commentPosted, requestUrl).write({ body: "مرحبًا\nHello (one)." });
    expect(html).toMatch(/<p[^>]*dir="auto"[^>]*style="[^"]*unicode-bidi:plaintext/);
  });

  it("keep an Arabic summary behind the reference of its subject in order", async () => {
    const { subject } = await preview(commentPosted, requestUrl).write({
      request: { reference: "LDG-1", summary: "الطابعة HP لا تطبع", url: requestUrl },
    });
    expect(subject).toBe("[LDG-1] \u2068الطابعة HP لا تطبع\u2069");
  });

  it("point from the status that was to the one that is, whatever letters they have", async () => {
    const { text } = await preview(statusChanged, requestUrl).write({
      t: translatorOf("ar"),
      from: "New",
      to: "Done",
    });
    expect(text).toContain("\u2068New\u2069 ← \u2068Done\u2069");
  });

  it("name files one after the other as the language reads them", async () => {
    const files = [
      { name: "a.png", size: 1_000 },
      { name: "عرض.pdf", size: 2_000 },
    ];
    const { text } = await preview(commentPosted, requestUrl).write({ t: translatorOf("ar"), files });
    expect(text).toMatch(/\u2068a\.png\u2069 \([^)]*\)\u2069?، /u);
  });
});

it("a mail is marked with the language and direction of its texts", async () => {
  const arabic = Object.assign(t.ofType(""), { language: "ar" as "en", direction: "rtl" as const });
  const { html } = await preview(commentPosted, requestUrl).write({ t: arabic, body: "Hello" });
  expect(html).toMatch(/<html[^>]* dir="rtl"/);
  expect(html).not.toMatch(/dir="ltr"|lang="en"/);
});

it("a question that was answered anew is kept apart from the words behind it", async () => {
  const changes = [{ label: "Which\u202e browser?", before: "Firefox", after: "Chrome" }];
  const { html } = await preview(requestCorrected, requestUrl).write({ t: translatorOf("ar"), changes });
  expect(html).toMatch(/dir="auto"[^>]*>\u2068Which browser\?\u2069 – قبل</);
});

describe("a mail to an address that is not proven", () => {
  it.each([
    ["verify address", preview(verifyAddress, "")],
    ["account exists", preview(accountExists, "")],
    ["sign-up refused", preview(signUpRefused, "")],
    ["confirm address", preview(confirmAddress, "")],
    ["address taken", preview(addressTaken, "")],
  ] as const)("holds nothing of what the stranger typed: %s", async (_name, mail) => {
    const { subject, html, text } = await mail.write({ recipient: { name: "You have won" } });
    for (const part of [subject, html, text]) expect(part).not.toContain("won");
  });

  it("shows the code as plain letters", async () => {
    const { text } = await preview(verifyAddress, "").write({ code: "012345" });
    expect(text).toMatch(/^012345$/m);
  });
});

describe("plain words", () => {
  it("take out what could end a header line or turn the words around", () => {
    expect(plain("a\r\nb\u0000c\u2028d\u202ee\ud800")).toBe("a b c d e\ufffd");
  });

  it("are cut between letters", () => {
    expect(plain("😀😀😀😀", 3)).toBe("😀😀…");
    const long = requestSubject({ reference: "LDG-1", summary: "x".repeat(5000), url: "" });
    expect(long.length).toBeLessThan(170);
  });

  it("leave names alone and web addresses out of them", () => {
    expect(plainName(t, "Ana-María O'Neil")).toBe("Ana-María O'Neil");
    expect(plainName(t, "Ada https://evil.test/x")).toBe("Ada");
    expect(plainName(t, "www.evil.test")).toBe("Somebody");
    expect(plainName(t, "Evil.com")).not.toContain("Evil.com");
  });

  it("give the first words of a comment and the length of a time", () => {
    expect(firstWords({ body: "**Hello** [guide](https://x.test)\n\n> `code`" })).toBe("Hello guide code");
    const files = [
      { name: "screen.png", size: 9 },
      { name: "list.csv", size: 9 },
    ];
    expect(firstWords({ body: "", files })).toBe("screen.png, list.csv");
    expect(firstWords({ body: "Look.", files })).toBe("Look.");
    expect([1, 30, 60, 90, 1440, 4320].map(minutes => lasting(t, minutes))).toEqual([
      "1 minute",
      "30 minutes",
      "1 hour",
      "90 minutes",
      "24 hours",
      "3 days",
    ]);
  });
});
