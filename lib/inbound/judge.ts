import "server-only";
import { actorColumns, type PersonActor, personOf } from "../actor";
import { exceedsDay } from "../attachments/store";
import { before, minutes } from "../clock";
import { db } from "../db";
import { env } from "../env";
import { type ReplyToken, readReplyAddress } from "../rendering/reply-address";
import { limits } from "../requests/input";
import { can, standingColumns, visibleTo } from "../requests/policy";
import { referenceOf } from "../requests/reference";
import { readDeskSettings } from "../settings";
import type { Arrival, Outcome } from "./arrival";
import type { HoldCause } from "./causes";
import { totalOf } from "./files";
import { findMachine, type Machine } from "./machine";
import { wordsOf } from "./stored-words";
import { readVerdict } from "./verdict";

/** More replies from one person within an hour suggest a machine that does not identify itself. */
const maxPerHour = 20;

export type Judgement =
  | { fate: Outcome; reply: null }
  | { fate: Outcome; reply: { by: PersonActor; reference: string; body: string } };

/** Decides what happens to an email. Only reads; the command that carries it out checks rights again. */
export async function judgeMail({ mail, files, leftOut, trouble }: Arrival, at: Date): Promise<Judgement> {
  const { body, isShortened } = mail;
  const fate: Outcome = { state: "held", cause: null, body, isShortened, requestId: null, senderId: null };
  const machine = trouble ? null : findMachine(mail);
  const keepOut = ({ cause }: Machine): Judgement => ({
    fate: { ...fate, state: "kept_out", cause },
    reply: null,
  });
  // Until the sender is proven, even a weak sign of a machine keeps the email out.
  const doubt = (cause: HoldCause): Judgement =>
    machine ? keepOut(machine) : { fate: { ...fate, cause }, reply: null };
  const hold = (cause: HoldCause): Judgement => ({ fate: { ...fate, cause }, reply: null });
  if (trouble) return hold(trouble);
  if (machine && !machine.isWeak) return keepOut(machine);

  const tokens = mail.recipients.flatMap(address => readReplyAddress(address) ?? []);
  const genuine = tokens.filter(token => token !== "forged").slice(0, 10);
  const [first] = genuine;
  if (!first) return doubt(tokens.length > 0 ? "forged_token" : "no_token");
  const { person, number } = await findAddressee(genuine, mail.from);
  const request = await db().serviceRequest.findUnique({
    where: { number },
    select: { id: true, ...standingColumns },
  });
  if (!request) return doubt("forged_token");
  fate.requestId = request.id;
  if (!mail.from) return doubt("unclear_sender");
  if (person?.email !== mail.from) return doubt("other_sender");
  const verdict = readVerdict(mail.headers, env().MAIL_AUTHSERV_ID, mail.from.split("@")[1] ?? "");
  if (verdict !== "pass") return doubt(verdict === "fail" ? "failed_verdict" : "no_verdict");

  const { suspendedAt, ...columns } = person;
  const settings = await readDeskSettings();
  const by = personOf(columns, settings);
  fate.senderId = by.id;
  const isTheirs = await db().serviceRequest.findFirst({
    where: { AND: [{ id: request.id }, visibleTo(by, request.id)] },
    select: { id: true },
  });
  if (suspendedAt || !isTheirs) return hold("no_access");
  if (request.status === "closed" || !can({ actor: by, at, settings }, "comment", request))
    return hold("closed");
  if (body === "" && files.length === 0) return hold("empty");
  const words = wordsOf(body, leftOut);
  if (words.length > limits.comment) return hold("too_long");
  if (await hasWrittenTooOften(by, at)) return hold("too_many");
  if (await exceedsDay({ tx: db(), actor: by, at, settings }, totalOf(files))) return hold("too_many_files");
  return {
    fate: { ...fate, state: "let_in" },
    reply: { by, reference: referenceOf(number, settings), body: words },
  };
}

async function findAddressee(tokens: ReplyToken[], from: string | null) {
  const people = await db().person.findMany({
    where: { id: { in: tokens.map(({ personId }) => personId) } },
    select: { ...actorColumns, suspendedAt: true },
  });
  const owner = (token: ReplyToken) => people.find(({ id }) => id === token.personId);
  const own = tokens.find(token => owner(token)?.email === from) ?? tokens[0];
  return { person: own && owner(own), number: own?.number ?? 0 };
}

async function hasWrittenTooOften({ id }: PersonActor, at: Date): Promise<boolean> {
  const recent = await db().inboundMail.findMany({
    where: { senderId: id, receivedAt: { gt: before(at, minutes(60)) } }, // index inbound_mails_of_sender
    take: maxPerHour,
    select: { id: true },
  });
  return recent.length >= maxPerHour;
}
