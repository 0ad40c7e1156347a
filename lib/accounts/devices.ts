import "server-only";
import { days } from "../clock";
import { newToken, sameText, sign } from "../crypto";

export const deviceDays = 365;

/** Per browser; with more people, it becomes unknown to the account that logged in longest ago. */
export const maxDevices = 5;

/** A signed proof, for a cookie, that this person has logged in with the browser. It does not reveal who they are. */
export function newDevice(personId: string, at: Date): string {
  const facts = `${at.getTime().toString(36)}.${newToken()}`;
  return `${facts}.${sign("device", `${personId}.${facts}`)}`;
}

/** The key under which tries from this browser at this account are counted; null if no proof is valid for it. */
export function deviceOf(personId: string, proofs: string[], at: Date): string | null {
  for (const proof of proofs.slice(0, maxDevices)) {
    const [, facts, since, mark] = /^(([0-9a-z]{1,12})\.[\w-]{43})\.([\w-]{43})$/.exec(proof) ?? [];
    if (!facts || !since || !mark || !sameText(mark, sign("device", `${personId}.${facts}`))) continue;
    if (at.getTime() - Number.parseInt(since, 36) < days(deviceDays)) return facts;
  }
  return null;
}
