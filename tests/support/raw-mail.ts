import { randomUUID } from "node:crypto";
import type { PersonActor } from "@/lib/actor";
import { db } from "@/lib/db";
import { receiveMail } from "@/lib/entry/mail-in";
import { replyAddress } from "@/lib/notifications/reply-address";
import { numberOf } from "@/lib/requests/reference";

export const authserv = "mx.lodge.test";
export const replySettings = {
  MAIL_REPLY_DOMAIN: "reply.lodge.test",
  MAIL_AUTHSERV_ID: authserv,
  RESEND_API_KEY: "re_test",
  RESEND_WEBHOOK_SECRET: "whsec_bm90IGEgcmVhbCBvbmUsIG9ubHkgZm9yIHRlc3Rz",
};

export type MailWishes = {
  from?: string;
  to?: string;
  subject?: string;
  messageId?: string;
  /** The receiving server's result; null for none. */
  verdict?: string | null;
  /** Whole lines, above all others. */
  headers?: string[];
  body?: string;
  files?: { name: string; content: Buffer; isInText?: boolean; cid?: string; type?: string }[];
  html?: string;
};

export function rawMail(wishes: MailWishes = {}): Buffer {
  const { from = "Ada <ada@acme.test>", to = "", subject = "Re: Hello", body = "It still burns." } = wishes;
  if (wishes.files) return rawMail(withFiles(wishes, wishes.files));
  const { messageId = `<${randomUUID()}@acme.test>`, headers = [] } = wishes;
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? "";
  const verdict = wishes.verdict === undefined ? `dmarc=pass header.from=${domain}` : wishes.verdict;
  const lines = [
    ...(verdict === null ? [] : [`Authentication-Results: ${authserv}; ${verdict}`]),
    ...headers,
    ...(from === "" ? [] : [`From: ${from}`]),
    ...(to === "" ? [] : [`To: ${to}`]),
    `Subject: ${subject}`,
    ...(messageId === "" ? [] : [`Message-ID: ${messageId}`]),
    "Date: Tue, 24 Nov 2026 10:00:00 +0000",
    "MIME-Version: 1.0",
    ...(headers.some(line => /^content-type:/i.test(line))
      ? []
      : ["Content-Type: text/plain; charset=utf-8"]),
    "",
    body,
  ];
  return Buffer.from(lines.join("\r\n").replace(/\r?\n/g, "\r\n"));
}

function withFiles(
  { files: _, html, headers = [], body = "", ...wishes }: MailWishes,
  files: NonNullable<MailWishes["files"]>,
): MailWishes {
  const parts = files.map(({ name, content, isInText = false, cid, type }) =>
    [
      "--x",
      `Content-Type: ${type ?? (/\.png$/.test(name) ? "image/png" : "application/octet-stream")}${name && `; name="${name}"`}`,
      "Content-Transfer-Encoding: base64",
      `Content-Disposition: ${isInText ? "inline" : "attachment"}${name && `; filename="${name}"`}`,
      ...(cid ? [`Content-ID: <${cid}>`] : []),
      "",
      content.toString("base64").replace(/(.{76})/g, "$1\n"),
    ].join("\n"),
  );
  const plain = ["Content-Type: text/plain; charset=utf-8", "", body];
  const both = [
    'Content-Type: multipart/alternative; boundary="y"',
    "",
    "--y",
    ...plain,
    "--y",
    "Content-Type: text/html; charset=utf-8",
    "",
    html ?? "",
    "--y--",
  ];
  const kind = files.some(({ cid }) => cid) ? "related" : "mixed";
  return {
    ...wishes,
    headers: [...headers, `Content-Type: multipart/${kind}; boundary="x"`],
    body: ["--x", ...(html === undefined ? plain : both), ...parts, "--x--", ""].join("\n"),
  };
}

export const addressFor = (person: PersonActor, reference: string) =>
  replyAddress({ number: numberOf(reference) ?? 0, personId: person.id });

export const replyOf = (person: PersonActor, reference: string, wishes: MailWishes = {}) =>
  rawMail({ from: `${person.name} <${person.email}>`, to: addressFor(person, reference), ...wishes });

/** Delivers an email to the desk as a source does; returns the outcome. */
export async function bring(raw: Buffer, at?: Date, source: "resend" | "imap" = "imap") {
  const before = await db().inboundMail.findMany({ select: { id: true } });
  await receiveMail({ source, id: randomUUID(), raw }, at);
  return db().inboundMail.findFirst({
    where: { id: { notIn: before.map(({ id }) => id) } },
    select: { id: true, state: true, cause: true, body: true, from: true, requestId: true, senderId: true },
  });
}
