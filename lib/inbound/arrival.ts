import "server-only";
import { createHash } from "node:crypto";
import type { Inspected } from "../attachments/inspect";
import { keepMailFiles } from "../attachments/store";
import type { Act } from "../events/act";
import type { InboundState } from "../generated/enums";
import { readDeskSettings } from "../settings";
import type { Cause } from "./causes";
import { hasRoomFor, type LeftOut, leaveOut, sortFiles } from "./files";
import { hidePersonalLinks } from "./personal-links";
import { clean, type ReadMail, readMail } from "./read";

export type Source = "resend" | "imap";

export type RawMail = {
  source: Source;
  id: string;
  raw: Buffer | null;
  tooLarge?: boolean;
  from?: string;
  subject?: string;
  deliveredTo?: string[];
};

/** A parsed email. `key` identifies repeats, so that each email is processed once. */
export type Arrival = {
  source: Source;
  key: string;
  mail: ReadMail;
  files: Inspected[];
  leftOut: LeftOut[];
  trouble: "too_large" | "unreadable" | null;
};

export async function readArrival(carried: RawMail): Promise<Arrival> {
  const { source, id, raw, tooLarge = false, from = "", subject = "", deliveredTo } = carried;
  const mail = raw && !tooLarge ? await readMail(raw, await readDeskSettings(), deliveredTo) : null;
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

/** Includes the sender, so that nobody can block someone else's email by reusing its Message-ID. */
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

/** Stores an email and its outcome. Returns its id, or null if it was stored before (it may still be in progress). */
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

/** Drops the files of emails that are held or kept out once their space is used up, because anyone can send those. */
async function keptOf({ tx }: Act, { files, leftOut }: Arrival, { state }: Outcome) {
  if (state === "let_in" || (await hasRoomFor(tx, files, state))) return { files, leftOut };
  const without = files.map(({ name, bytes }) => leaveOut({ name, content: bytes }, "no_room"));
  return { files: [], leftOut: [...leftOut, ...without] };
}
