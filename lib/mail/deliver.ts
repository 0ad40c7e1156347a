import "server-only";
import { z } from "zod";
import { later, now } from "../clock";
import { isDatabaseDown, isReadOnly, isStatementTimeout } from "../db";
import { env } from "../env";
import { logError, logInfo } from "../log";
import { failPoint } from "../process/fail-point";
import { factSchemas } from "../rendering/facts";
import { renderDelivery } from "../rendering/render";
import { maySeeAllOf } from "../rendering/tellable";
import { MailError } from "../transport/error";
import { type Accepted, type Mail, sendMail } from "../transport/transport";
import { keepBytes, readBytes } from "./bytes";
import { findHindrance, isEntitled, noLongerEntitled } from "./entitlement";
import { noticesIn } from "./gather";
import { codeExpired, end, finish, type Lease, putAside, takeLease } from "./lease";
import { followRate, pauseMail } from "./rate";
import { writeReason } from "./reason";
import { nextTryAt, patienceMs } from "./retry";

/**
 * Returns when to come back, if ever. Rights are checked before each try; the mail is rendered once, so that all tries
 * send the same bytes.
 */
export async function deliver(id: string, at = now()): Promise<Date | null> {
  const lease = await takeLease(id, at);
  if (!lease) return null;
  if (lease.isDoubtful && lease.releasedAt === null && at.getTime() - lease.firstTryAt.getTime() > patienceMs)
    return finish(lease, { state: "held", reason: doubtful });
  if (lease.expiresAt && lease.expiresAt <= at) return end(lease, "cancelled", codeExpired);
  const stopped = await stopHindered(lease, at);
  if (stopped) return stopped.again;
  const mail = await bytesOf(lease, at);
  if (!mail) return null;
  // Rendering takes long enough for the recipient to be removed in between.
  if (!lease.isRendered && !(await isEntitled(lease, at))) return end(lease, "cancelled", noLongerEntitled);
  return send(lease, mail, at);
}

/** Ends a mail that may not leave, or puts it aside; null if nothing is in its way. */
async function stopHindered(lease: Lease, at: Date): Promise<{ again: Date | null } | null> {
  const hindrance = await findHindrance({ ...lease, isReleased: lease.releasedAt !== null }, at);
  if (!hindrance) return null;
  const { state, reason } = hindrance;
  return {
    again: await (state === "held"
      ? putAside(lease, reason, hindrance.heldUntil)
      : end(lease, state, reason)),
  };
}

const doubtful = writeReason("mail.reason.doubtful");

/** Null if the mail ends here or waits for an admin. */
async function bytesOf(lease: Lease, at: Date): Promise<Mail | null> {
  try {
    const isOutdated = await tellsOfLostRequests(lease);
    if (isOutdated && lease.isDoubtful) return await finish(lease, { state: "held", reason: doubtful });
    if (isOutdated || !lease.isRendered) {
      const rendered = await renderDelivery(lease);
      if ("nothingLeft" in rendered) return await end(lease, "cancelled", writeReason(rendered.nothingLeft));
      failPoint("after_render");
      const edition = lease.edition + (isOutdated ? 1 : 0);
      if (!(await keepBytes({ ...lease, edition }, rendered, at))) return null;
    }
    return await readBytes(lease);
  } catch (error) {
    if (isDatabaseDown(error) || isReadOnly(error) || isStatementTimeout(error)) throw error;
    logError("a mail cannot be rendered", error);
    const cause = causeOf(error).slice(0, 500);
    await putAside(lease, writeReason("mail.reason.unrendered", { cause }), null);
    return null;
  }
}

function causeOf(error: unknown): string {
  if (error instanceof z.ZodError) return z.prettifyError(error);
  return error instanceof Error ? error.message : String(error);
}

async function tellsOfLostRequests({ id, isRendered, kind, personId, facts }: Lease): Promise<boolean> {
  if (!isRendered || !personId || (kind !== "daily_digest" && kind !== "several_requests")) return false;
  const notices = await noticesIn(id);
  const { requestIds } = factSchemas[kind].parse(facts);
  // Digests rendered by the previous release name no requests.
  const told = requestIds?.map(
    requestId => notices.find(one => one.requestId === requestId) ?? { requestId },
  );
  return !(await maySeeAllOf(personId, told ?? notices));
}

async function send(lease: Lease, mail: Mail, at: Date): Promise<Date | null> {
  try {
    failPoint("before_send");
    const accepted = await sendMail(mail);
    failPoint("after_send");
    return await markSent(lease, mail, accepted);
  } catch (error) {
    if (!(error instanceof MailError)) throw error;
    return await putBack(lease, error, at);
  }
}

async function markSent(
  lease: Lease,
  { html, text }: Mail,
  { providerId, perSecond }: Accepted,
): Promise<null> {
  // Only the mailbox page can show the local transport's mails.
  const isReadHere = env().MAIL_TRANSPORT === "local";
  const body = lease.isSecret ? (isReadHere ? { html, text } : { html: "", text: "" }) : {};
  await finish(lease, { state: "sent", sentAt: now(), providerId, reason: null, sealed: null, ...body });
  failPoint("after_mark");
  if (perSecond) await followRate(perSecond);
  return null;
}

async function putBack(lease: Lease, error: MailError, at: Date): Promise<Date | null> {
  const reason = error.message.slice(0, 500);
  if (error.verdict === "pause") {
    const dueAt = later(at, error.waitMs);
    await pauseMail(dueAt, reason);
    logInfo("all mail waits", { until: dueAt.toISOString(), reason });
    await finish(lease, { state: "pending", dueAt, reason, attempts: { decrement: 1 } });
    return dueAt;
  }
  const dueAt = error.verdict === "later" ? nextTryAt(lease, at, error.waitMs, Math.random()) : null;
  if (!dueAt) {
    logInfo("a mail was given up", { delivery: lease.id, reason });
    return end(lease, "dead", reason);
  }
  logInfo("a mail waits", { delivery: lease.id, tries: lease.attempts, until: dueAt.toISOString(), reason });
  await finish(lease, { state: "pending", dueAt, reason });
  return dueAt;
}
