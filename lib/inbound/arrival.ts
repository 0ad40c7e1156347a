import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import type { Act } from "../events/act";
import type { InboundState } from "../generated/enums";
import type { Cause } from "./causes";
import { clean, type LeftOut, type ReadMail, readMail } from "./read";

/** The ways in. */
export type Source = "resend" | "imap";

/** A mail as it came: its bytes, or null where there were none to be had, with what the carrier says of it. */
export type Carried = {
  source: Source;
  /** The carrier's own name for it. */
  id: string;
  raw: Buffer | null;
  tooLarge?: boolean;
  from?: string;
  subject?: string;
  deliveredTo?: string[];
};

/** A mail that was read, under the key by which a repeat is known: it is executed once. */
export type Arrival = {
  source: Source;
  key: string;
  mail: ReadMail;
  trouble: "too_large" | "unreadable" | null;
};

export async function readArrival(carried: Carried): Promise<Arrival> {
  const { source, id, raw, tooLarge = false, from = "", subject = "", deliveredTo } = carried;
  const mail = raw && !tooLarge ? await readMail(raw, deliveredTo) : null;
  if (mail) return { source, key: keyOf(mail.messageId ?? `${id}`, mail.from ?? ""), mail, trouble: null };
  const head: ReadMail = {
    headers: [],
    messageId: null,
    from: clean(from, 254).toLowerCase() || null,
    fromName: "",
    subject: clean(subject, 300),
    recipients: deliveredTo ?? [],
    text: "",
    files: [],
  };
  return { source, key: keyOf(id, ""), mail: head, trouble: tooLarge ? "too_large" : "unreadable" };
}

/** By the mail's own id, so that the same mail brought twice is one; with its sender, so that nobody can take another's place. */
function keyOf(messageId: string, from: string): string {
  return createHash("sha256").update(`${from}\0${messageId}`).digest("base64url");
}

export type Fate = {
  state: InboundState;
  cause: Cause | null;
  body: string;
  requestId: string | null;
  senderId: string | null;
};

/** Writes down what became of a mail; false when somebody has done so before, who may be at it just now. */
export async function keepMail({ tx, at }: Act, arrival: Arrival, fate: Fate): Promise<boolean> {
  const { source, key, mail } = arrival;
  const { fromName, subject, text, files } = mail;
  const { count } = await tx.inboundMail.createMany({
    data: [{ source, key, from: mail.from ?? "", fromName, subject, text, files, receivedAt: at, ...fate }],
    skipDuplicates: true,
  });
  return count > 0;
}

const leftOut = z.array(z.object({ name: z.string(), size: z.number() }));

/** The names and sizes of files, as they are kept. */
export const readFiles = (files: unknown): LeftOut[] => leftOut.parse(files);

/** The words that become a comment, with what was left out of it, so that nothing is lost without a word. */
export function wordsOf(body: string, files: LeftOut[]): string {
  if (files.length === 0) return body;
  const names = files
    .slice(0, 20)
    .map(({ name, size }) => `\`${name.replaceAll("`", "'")}\` (${sizeOf(size)})`);
  const more = files.length > names.length ? ` and ${files.length - names.length} more` : "";
  const came =
    files.length === 1
      ? "1 file came with this mail and was left out"
      : `${files.length} files came with this mail and were left out`;
  return `${body}\n\n${came}: ${names.join(", ")}${more}`.trim();
}

export function sizeOf(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
