import "server-only";
import { sameText, sign } from "../crypto";
import { env } from "../env";

export type MuteLink = { requestId: string; personId: string };

const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const shape = new RegExp(`^(${uuid})\\.(${uuid})\\.([\\w-]{43})$`);

/** Speaks of one request and one person, opens nothing else and does not run out: mails are kept for years. */
export function muteToken({ requestId, personId }: MuteLink): string {
  return `${requestId}.${personId}.${sign("mute", `${requestId}.${personId}`)}`;
}

/** Whom and what a token speaks of; null unless the desk has written it. */
export function readMuteToken(token: string): MuteLink | null {
  const [, requestId = "", personId = "", proof = ""] = shape.exec(token) ?? [];
  if (!requestId || !sameText(proof, sign("mute", `${requestId}.${personId}`))) return null;
  return { requestId, personId };
}

/** The page that asks, for the footer of a mail. */
export const muteUrl = (link: MuteLink) => `${env().APP_URL}/mute/${muteToken(link)}`;

/** RFC 8058: the address that mutes by a POST alone, without asking and without a cookie. */
export function oneClickHeaders(link: MuteLink): Record<string, string> {
  return {
    "List-Unsubscribe": `<${env().APP_URL}/api/mute/${muteToken(link)}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
}
