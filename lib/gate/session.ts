import "server-only";
import type { IncomingMessage } from "node:http";
import { decode } from "next-auth/jwt";
import { env, isHttps } from "../env";

/** Verifies the signature only; whether the session is still valid is checked behind the gate. */
export async function signedSession({ headers }: IncomingMessage): Promise<string | null> {
  const name = isHttps() ? "__Host-lodge-session" : "lodge-session";
  const token = cookieIn(headers.cookie ?? "", name);
  if (!token || token.length > 4_000) return null;
  const claims = await decode({ token, secret: env().NEXTAUTH_SECRET }).catch(() => null);
  return typeof claims?.sid === "string" ? claims.sid : null;
}

function cookieIn(header: string, name: string): string | undefined {
  for (const pair of header.split(";")) {
    const [key, value] = pair.split("=", 2);
    if (key?.trim() === name) return value?.trim();
  }
  return undefined;
}
