import "server-only";
import { days } from "../clock";
import { newToken, sameText, sign } from "../crypto";

export const deviceDays = 365;

/** Of one browser; somebody who shares it with more people is a stranger to the oldest of them. */
export const maxDevices = 5;

/** A proof, to be kept by a browser, that this person has logged in with it. It does not say who that is. */
export function newDevice(personId: string, at: Date): string {
  const facts = `${at.getTime().toString(36)}.${newToken()}`;
  return `${facts}.${sign("device", `${personId}.${facts}`)}`;
}

/** The name under which this browser's tries at this account are counted; null for a browser that is a stranger to it. */
export function deviceOf(personId: string, proofs: string[], at: Date): string | null {
  for (const proof of proofs.slice(0, maxDevices)) {
    const [, facts, since, mark] = /^(([0-9a-z]{1,12})\.[\w-]{43})\.([\w-]{43})$/.exec(proof) ?? [];
    if (!facts || !since || !mark || !sameText(mark, sign("device", `${personId}.${facts}`))) continue;
    if (at.getTime() - Number.parseInt(since, 36) < days(deviceDays)) return facts;
  }
  return null;
}
