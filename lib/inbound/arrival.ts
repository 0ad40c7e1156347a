import "server-only";
import { createHash } from "node:crypto";
import type { Inspected } from "../attachments/inspect";
import { keepMailFiles } from "../attachments/store";
import type { Act } from "../events/act";
import type { InboundState } from "../generated/enums";
import type { Cause } from "./causes";
import { hasRoomFor, type LeftOut, leaveOut, sortFiles } from "./files";
import { hidePersonalLinks } from "./personal-links";
import { clean, type ReadMail, readMail } from "./read";

/** The ways in. */
export type Source = "resend" | "imap";

/** A mail as it came: its bytes, or null where there were none to be had, with what the carrier says of it. */
export type RawMail = {
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
  /** What came along and may be kept, and what may not. */
  files: Inspected[];
  leftOut: LeftOut[];
  trouble: "too_large" | "unreadable" | null;
};

export async function readArrival(carried: RawMail): Promise<Arrival> {
  const { source, id, raw, tooLarge = false, from = "", subject = "", deliveredTo } = carried;
  const mail = raw && !tooLarge ? await readMail(raw, deliveredTo) : null;
  if (mail) {
    const key = keyOf(mail.messageId ?? `${id}`, mail.from ?? "");
    return { source, key, mail, ...(await sortFiles(mail.files)), trouble: null };
  }
  const head: ReadMail = {
    headers: [],
    messageId: null,
    from: clean(from, 254).toLowerCase() || null,
    fromName: "",
    subject: hidePersonalLinks(clean(subject, 300)),
    recipients: deliveredTo ?? [],
    text: "",
    body: "",
    isShortened: false,
    files: [],
  };
  const trouble = tooLarge ? "too_large" : "unreadable";
  return { source, key: keyOf(id, ""), mail: head, files: [], leftOut: [], trouble };
}

/** By the mail's own id, so that the same mail brought twice is one; with its sender, so that nobody can take another's place. */
function keyOf(messageId: string, from: string): string {
  return createHash("sha256").update(`${from}\0${messageId}`).digest("base64url");
}

export type Outcome = {
  state: InboundState;
  cause: Cause | null;
  body: string;
  isShortened: boolean;
  requestId: string | null;
  senderId: string | null;
};

/**
 * Writes down what became of a mail, with its files; returns its id, or null when somebody has done so before, who may
 * be at it just now.
 */
export async function keepMail(act: Act, arrival: Arrival, fate: Outcome): Promise<string | null> {
  const { tx, at } = act;
  const { source, key, mail } = arrival;
  const { fromName, subject, text } = mail;
  const { files, leftOut } = await keptOf(act, arrival, fate);
  const { count } = await tx.inboundMail.createMany({
    data: [{ source, key, from: mail.from ?? "", fromName, subject, text, leftOut, receivedAt: at, ...fate }],
    skipDuplicates: true,
  });
  if (count === 0) return null;
  const { id } = await tx.inboundMail.findUniqueOrThrow({
    where: { source_key: { source, key } },
    select: { id: true },
  });
  await keepMailFiles(act, id, files);
  return id;
}

/** Anybody can send a mail that waits or is kept out: its files are kept as long as there is room. */
async function keptOf({ tx }: Act, { files, leftOut }: Arrival, { state }: Outcome) {
  if (state === "let_in" || (await hasRoomFor(tx, files, state))) return { files, leftOut };
  const without = files.map(({ name, bytes }) => leaveOut({ name, content: bytes }, "no_room"));
  return { files: [], leftOut: [...leftOut, ...without] };
}
