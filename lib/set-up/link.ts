import "server-only";
import { later, minutes } from "../clock";
import { digest, newToken } from "../crypto";
import { db } from "../db";
import { env } from "../env";
import { type Act, record } from "../events/act";
import { onlyOperator } from "../only-admins";
import { refuse } from "../refusal";
import { lockStage } from "../set-up-stage";

export const setUpLinkMinutes = 60;

/**
 * Makes the link with which the first admin creates their account. It works once, and a new link makes all earlier ones
 * invalid.
 * @throws Refusal forbidden (anybody but the operator), conflict (the desk has an admin)
 */
export async function makeSetUpLink(act: Act): Promise<string> {
  const { tx, at, actor } = act;
  onlyOperator(actor);
  if ((await lockStage(tx)) !== "fresh") throw refuse("set_up.begun");
  const token = newToken();
  await tx.setUpLink.deleteMany();
  await tx.setUpLink.create({
    data: { tokenHash: digest(token), createdAt: at, expiresAt: later(at, minutes(setUpLinkMinutes)) },
    select: { tokenHash: true },
  });
  await record(act, "set_up_link_made", {}, {});
  return `${env().APP_URL}/setup/${token}`;
}

export const openLink = (token: string, at: Date) => ({ tokenHash: digest(token), expiresAt: { gt: at } });

/** Whether it is the newest link, not used and not too old. */
export async function isSetUpLink(token: string, at: Date): Promise<boolean> {
  const found = await db().setUpLink.findFirst({
    where: openLink(token, at),
    select: { tokenHash: true },
  });
  return found !== null;
}
