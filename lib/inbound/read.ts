import "server-only";
import { simpleParser } from "mailparser";
import { emailInput } from "../accounts/address";
import { declareCharset } from "./charset";
import { deskMarks, type NamesOfDesk } from "./desk-marks";
import type { Attached } from "./files";
import { textOfHtml } from "./html-text";
import { dropImageMarks, readPart } from "./parts";
import { hidePersonalLinks } from "./personal-links";
import { stripQuotes } from "./strip-quotes";

export type Header = { name: string; value: string };

/** A parsed email: its text, never its HTML, and its attachments. */
export type ReadMail = {
  headers: Header[];
  messageId: string | null;
  /** Null if there is none, or more than one. */
  from: string | null;
  fromName: string;
  subject: string;
  recipients: string[];
  text: string;
  body: string;
  isShortened: boolean;
  files: Attached[];
};

/** Bytes; the maximum of the large providers. */
export const maxBytes = 26_000_000;
const maxHeaders = 500;
const maxHeaderBytes = 200_000;
/** Characters of an email's text that are stored for agents. */
const maxText = 100_000;
const maxLines = 10_000;

const forwarded = /^\s*(?:fwd?|wg|tr|rv|enc|pd|vb|doorst|转发|轉寄)\s*[:：]/i;
const places = ["to", "cc", "delivered-to", "x-original-to", "envelope-to"];

/** Parses raw MIME; null if it is invalid or not something a person would send. */
export async function readMail(
  raw: Buffer,
  desk: NamesOfDesk,
  deliveredTo: string[] = [],
): Promise<ReadMail | null> {
  if (isTopHeavy(raw)) return null;
  const mail = await simpleParser(declareCharset(raw), {
    skipImageLinks: true,
    keepCidLinks: true,
    skipTextLinks: true,
    // Disables the library's HTML conversion; it reports skipped HTML as an error.
    maxHtmlLengthToParse: 0,
  }).catch(() => null);
  if (!mail || mail.headerLines.length === 0 || mail.headerLines.length > maxHeaders) return null;
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
  const subject = hidePersonalLinks(clean(mail.subject ?? "", 300));
  const { text, isCut } = textOf(mail);
  const { words, isShortened } = stripQuotes(text, deskMarks(desk), forwarded.test(subject));
  const html = typeof mail.html === "string" ? mail.html : "";
  return {
    headers,
    messageId: mail.messageId ?? null,
    from: from?.success ? from.data : null,
    fromName: hidePersonalLinks(clean(senders[0]?.name ?? "", 200)),
    subject,
    recipients: [
      ...deliveredTo,
      ...headers.filter(({ name }) => places.includes(name)).flatMap(({ value }) => addressesIn(value)),
    ],
    text: dropImageMarks(text),
    body: dropImageMarks(words),
    isShortened: isShortened || isCut,
    files: mail.attachments.map(part => readPart(part, words, html)),
  };
}

type Parsed = Awaited<ReturnType<typeof simpleParser>> & { textConversionError?: Error };

function textOf({ text = "", html, textConversionError }: Parsed): { text: string; isCut: boolean } {
  const isPlain = !html || (text.trim() !== "" && !textConversionError);
  const found = isPlain ? { text, isCut: false } : textOfHtml(html);
  const cleaned = firstLines(clean(hidePersonalLinks(found.text), maxText, true));
  return { text: cleaned.text, isCut: found.isCut || found.text.length > maxText || cleaned.isCut };
}

/** Counts lines as well as characters, because each line costs time, even an empty one. */
function firstLines(text: string): { text: string; isCut: boolean } {
  let end = -1;
  for (let line = 0; line < maxLines; line++) {
    end = text.indexOf("\n", end + 1);
    if (end < 0) return { text, isCut: false };
  }
  return { text: text.slice(0, end), isCut: true };
}

function isTopHeavy(raw: Buffer): boolean {
  const end = raw.indexOf("\r\n\r\n");
  const plainEnd = raw.indexOf("\n\n");
  const ends = [end, plainEnd].filter(at => at >= 0);
  return (ends.length > 0 ? Math.min(...ends) : raw.length) > maxHeaderBytes;
}

function addressesIn(value: string): string[] {
  return value.slice(0, 10_000).match(/[^\s<>,;:"()]+@[^\s<>,;:"()]+/g) ?? [];
}

/** Removes control and bidirectional characters. */
export function clean(text: string, max: number, keepsLines = false): string {
  const lines = text.replace(/\r\n?/g, "\n");
  return (keepsLines ? lines : lines.replaceAll("\n", " "))
    .replace(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069\ufeff]/gu, "")
    .slice(0, max)
    .toWellFormed();
}
