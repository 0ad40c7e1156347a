import "server-only";
import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { env } from "./env";
import { perProcess } from "./process/per-process";
import { keepOutOfTransactions } from "./process/slow-work";
import { inTurn, makeTurns } from "./process/turns";
import { busyWithPasswords } from "./refusal";

// OWASP ASVS 11.4.2: Argon2id with at least 19 MiB and two passes.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** NFKC, so that a password typed composed or decomposed is the same password. */
const normalise = (password: string) => password.normalize("NFKC");

/** Who a password is hashed for: anybody at all, or somebody whom the desk knows by their session or browser. */
export type Asker = "stranger" | "known";

const hashing = () => perProcess("hashing passwords", () => makeTurns(1, 40));

/**
 * Node has four threads for hashes, files and name lookups together. A flood of strangers gets one of them, and those
 * who are known wait in a line of their own.
 */
const inLine = <T>(asker: Asker, work: () => Promise<T>): Promise<T> =>
  inTurn(hashing().take(asker), busyWithPasswords, work);

/** Slow on purpose. @throws Refusal too_many when too many others are waiting for the same; Error inside a transaction */
export async function hashPassword(password: string, asker: Asker = "stranger"): Promise<string> {
  keepOutOfTransactions("A password was hashed");
  return inLine(asker, () => hash(normalise(password), cost));
}

let decoy: Promise<string> | undefined;

/**
 * Does the same work whether or not there is a hash, so that time does not tell whether an account exists.
 * @throws Refusal too_many, Error as `hashPassword` does
 */
export async function verifyPassword(
  stored: string | null,
  password: string,
  asker: Asker = "stranger",
): Promise<boolean> {
  keepOutOfTransactions("A password was checked");
  // Not through the line: it is one in the life of the process, and a full line must not spoil it for good.
  decoy ??= hash(newToken(), cost);
  const against = stored ?? (await decoy);
  const matches = await inLine(asker, () => verify(against, normalise(password)));
  return stored !== null && matches;
}

/** 256 random bits, safe in a URL. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** Six digits, for typing. */
export function newCode(): string {
  return randomInt(0, 1_000_000).toString().padStart(6, "0");
}

/** For random tokens only: they need no salt and no slowness. */
export function digest(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/** A keyed proof that the desk itself wrote `text`, for this purpose and no other. */
export function sign(purpose: string, text: string): string {
  const key = createHmac("sha256", env().NEXTAUTH_SECRET).update(purpose).digest();
  return createHmac("sha256", key).update(text).digest("base64url");
}

export function sameText(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(digest(one)), Buffer.from(digest(other)));
}
