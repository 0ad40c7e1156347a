import "server-only";
import { simpleParser } from "mailparser";
import { emailInput } from "../accounts/address";
import type { Attached } from "./files";

export type Header = { name: string; value: string };

/** A mail as the desk looks at it: its words, never its HTML, and what came along. */
export type ReadMail = {
  /** From the topmost down, unfolded; names in small letters. */
  headers: Header[];
  messageId: string | null;
  /** The one address it says it is from; null when there is none, or more than one. */
  from: string | null;
  fromName: string;
  subject: string;
  recipients: string[];
  text: string;
  files: Attached[];
};

/** Bytes; what the large providers send at most. */
export const mostBytes = 26_000_000;
const mostHeaders = 500;
const mostHeaderBytes = 200_000;
const mostHtml = 1_000_000;
/** Characters that are kept of a mail's text, for an agent to read. */
export const mostText = 100_000;

const places = ["to", "cc", "delivered-to", "x-original-to", "envelope-to"];

/** Reads raw MIME; null when it is none, or not one that a person would send. */
export async function readMail(raw: Buffer, deliveredTo: string[] = []): Promise<ReadMail | null> {
  if (isTopHeavy(raw)) return null;
  const mail = await simpleParser(raw, {
    skipImageLinks: true,
    skipTextToHtml: true,
    skipTextLinks: true,
    maxHtmlLengthToParse: mostHtml,
  }).catch(() => null);
  if (!mail || mail.headerLines.length === 0 || mail.headerLines.length > mostHeaders) return null;
  const headers = mail.headerLines.map(({ key, line }) => ({
    name: key,
    value: line
      .slice(line.indexOf(":") + 1)
      .replace(/\r?\n[ \t]*/g, " ")
      .trim(),
  }));
  const senders = mail.from?.value ?? [];
  const isOneSender = headers.filter(({ name }) => name === "from").length === 1 && senders.length === 1;
  const from = isOneSender ? emailInput.safeParse(senders[0]?.address ?? "") : null;
  return {
    headers,
    messageId: mail.messageId ?? null,
    from: from?.success ? from.data : null,
    fromName: clean(senders[0]?.name ?? "", 200),
    subject: clean(mail.subject ?? "", 300),
    recipients: [
      ...deliveredTo,
      ...headers.filter(({ name }) => places.includes(name)).flatMap(({ value }) => addressesIn(value)),
    ],
    text: clean(mail.text ?? "", mostText, true),
    files: mail.attachments.map(({ filename, contentType, content, contentDisposition, related }) => ({
      name: filename ?? `file.${contentType.split("/")[1] ?? ""}`,
      content,
      isInText: /^image\//i.test(contentType) && (related || contentDisposition === "inline"),
    })),
  };
}

function isTopHeavy(raw: Buffer): boolean {
  const end = raw.indexOf("\r\n\r\n");
  const plainEnd = raw.indexOf("\n\n");
  const ends = [end, plainEnd].filter(place => place >= 0);
  return (ends.length > 0 ? Math.min(...ends) : raw.length) > mostHeaderBytes;
}

function addressesIn(value: string): string[] {
  return value.slice(0, 10_000).match(/[^\s<>,;:"()]+@[^\s<>,;:"()]+/g) ?? [];
}

/** Without what no person typed: control characters, and those that turn the direction of reading around. */
export function clean(text: string, most: number, keepsLines = false): string {
  const lines = text.replace(/\r\n?/g, "\n");
  return (keepsLines ? lines : lines.replaceAll("\n", " "))
    .replace(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069\ufeff]/gu, "")
    .slice(0, most)
    .toWellFormed();
}
