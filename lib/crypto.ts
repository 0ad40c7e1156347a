import "server-only";
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  randomInt,
  timingSafeEqual,
} from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { env } from "./env";
import { perProcess } from "./process/per-process";
import { keepOutOfTransactions } from "./process/slow-work";
import { inTurn, makeTurns } from "./process/turns";
import { busyWithPasswords } from "./refusal";

// Argon2id with at least 19 MiB and two passes (OWASP ASVS 11.4.2).
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Applies NFKC, so that composed and decomposed characters give the same password. */
const normalise = (password: string) => password.normalize("NFKC");

/** `known`: the session or a device cookie identifies the person. */
export type Asker = "stranger" | "known";

const hashing = () => perProcess("hashing passwords", () => makeTurns(1, 40));

/** Runs one hash for strangers and one for known people at a time, of the four threads Node has for all such work. */
const inLine = <T>(asker: Asker, work: () => Promise<T>): Promise<T> =>
  inTurn(hashing().take(asker), busyWithPasswords, work);

/** Hashes a password; slow on purpose. @throws Refusal too_many when the queue is full; Error inside a transaction */
export async function hashPassword(password: string, asker: Asker = "stranger"): Promise<string> {
  keepOutOfTransactions("A password was hashed");
  return inLine(asker, () => hash(normalise(password), cost));
}

let decoy: Promise<string> | undefined;

/**
 * Takes equally long without a stored hash, so that timing does not reveal whether an account exists.
 * @throws Refusal too_many when the queue is full; Error inside a transaction
 */
export async function verifyPassword(
  stored: string | null,
  password: string,
  asker: Asker = "stranger",
): Promise<boolean> {
  keepOutOfTransactions("A password was checked");
  // Bypasses the queue: it runs once per process, and a full queue would reject it for good.
  decoy ??= hash(newToken(), cost);
  const against = stored ?? (await decoy);
  const matches = await inLine(asker, () => verify(against, normalise(password)));
  return stored !== null && matches;
}

export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

export function newCode(): string {
  return randomInt(0, 1_000_000).toString().padStart(6, "0");
}

/** Hashes a random token, which needs neither salt nor a slow hash. */
export function digest(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/** Kept, because pages sign for each of their readers; purposes are few. */
const signingKeys = new Map<string, KeyObject>();

function signingKey(purpose: string): KeyObject {
  const secret = env().NEXTAUTH_SECRET;
  const name = `${purpose} ${secret}`;
  const key = signingKeys.get(name) ?? createSecretKey(createHmac("sha256", secret).update(purpose).digest());
  signingKeys.set(name, key);
  return key;
}

export const sign = (purpose: string, text: string): string =>
  createHmac("sha256", signingKey(purpose)).update(text).digest("base64url");

const cipherName = "aes-256-gcm";
const [nonceBytes, tagBytes] = [12, 16];

const sealingKey = (purpose: string) =>
  Buffer.from(hkdfSync("sha256", env().NEXTAUTH_SECRET, "", `lodge: sealed for ${purpose}`, 32));

/** Encrypts text under the desk's secret, for this purpose and context only. */
export function seal(purpose: string, context: string, text: string): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(cipherName, sealingKey(purpose), nonce).setAAD(Buffer.from(context));
  const encrypted = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), encrypted]).toString("base64url");
}

/** @throws Error for another purpose or context, after any change of it, and once the desk has another secret */
export function unseal(purpose: string, context: string, sealed: string): string {
  const bytes = Buffer.from(sealed, "base64url");
  const tagEnd = nonceBytes + tagBytes;
  const decipher = createDecipheriv(cipherName, sealingKey(purpose), bytes.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(nonceBytes, tagEnd));
  return Buffer.concat([decipher.update(bytes.subarray(tagEnd)), decipher.final()]).toString("utf8");
}

export function sameText(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(digest(one)), Buffer.from(digest(other)));
}
