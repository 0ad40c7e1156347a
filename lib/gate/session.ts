import "server-only";
import { createHmac } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { decode } from "next-auth/jwt";
import { now } from "../clock";
import { env, isHttps } from "../env";
import { perProcess } from "../process/per-process";

/** Far longer than any of ours. */
const longest = 4_000;
const mostKept = 5_000;

type Kept = { id: string; until: number };

const kept = () => perProcess("tokens of sessions", () => new Map<string, Kept>());

/** Verifies the signature only; whether the session is still valid is checked behind the gate. */
export async function signedSession({ headers }: IncomingMessage): Promise<string | null> {
  const name = isHttps() ? "__Host-lodge-session" : "lodge-session";
  const token = cookieIn(headers.cookie ?? "", name);
  return token ? sessionOf(token) : null;
}

/**
 * The id of the session that a token of ours names, however that session is by now; null for any other token. Decrypting
 * takes about a millisecond, so what it brought is kept until the token expires, under a digest: memory holds no token.
 */
export async function sessionOf(token: string): Promise<string | null> {
  if (token.length > longest) return null;
  const secret = env().NEXTAUTH_SECRET;
  const key = createHmac("sha256", secret).update(token).digest("base64url");
  const known = kept().get(key);
  if (known && known.until > now().getTime()) return known.id;
  const claims = await decode({ token, secret }).catch(() => null);
  if (typeof claims?.sid !== "string") return null;
  keep(key, { id: claims.sid, until: Number(claims.exp ?? 0) * 1_000 });
  return claims.sid;
}

function keep(key: string, token: Kept): void {
  const [oldest] = kept().keys();
  if (kept().size >= mostKept && oldest !== undefined) kept().delete(oldest);
  kept().set(key, token);
}

function cookieIn(header: string, name: string): string | undefined {
  for (const pair of header.split(";")) {
    const [key, value] = pair.split("=", 2);
    if (key?.trim() === name) return value?.trim();
  }
  return undefined;
}
