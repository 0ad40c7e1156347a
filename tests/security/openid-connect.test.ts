import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import NextAuth from "next-auth";
import { decode } from "next-auth/jwt";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { suspendPerson } from "@/lib/accounts/operator";
import { actorOfSession, openSession } from "@/lib/accounts/sessions";
import { operator, system } from "@/lib/actor";
import { db } from "@/lib/db";
import { authOptions } from "@/lib/entry/nextauth";
import { tellNextAuthItsAddress } from "@/lib/env";
import { freePort } from "../support/desk";
import { aCustomer, anAddress, run } from "../support/factories";
import { type Claims, startIssuer } from "../support/openid-issuer";
import { setSettings, settingsInUse } from "../support/settings";

// The desk has no provider but passwords. This one entry is what another takes: the options, the cookie, the session
// row and the way back are the desk's own.

const client = { id: "desk", secret: "between-the-two-of-them" };
const url = `http://localhost:${await freePort()}`;
setSettings({ APP_URL: url });
tellNextAuthItsAddress();
let issuer: Awaited<ReturnType<typeof startIssuer>>;

const provider = (): OAuthConfig<Claims> => ({
  id: "work",
  name: "Work",
  type: "oauth",
  wellKnown: `${issuer.url}/.well-known/openid-configuration`,
  clientId: client.id,
  clientSecret: client.secret,
  idToken: true,
  checks: ["pkce", "state", "nonce"],
  authorization: { params: { scope: "openid email" } },
  profile: async ({ email, email_verified }) => {
    const person = await db().person.findFirst({
      where: { email: email_verified ? (email ?? "") : "", suspendedAt: null },
      select: { id: true },
    });
    if (!person) throw new Error("Nobody here has this address.");
    return { id: await run(system("front_door"), act => openSession(act, person.id)) };
  },
});

/** What Next does for an API route. */
async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? "/", url);
  const cookies = (request.headers.cookie ?? "").split("; ").map(pair => pair.split("=", 2));
  Object.assign(request, {
    query: { ...Object.fromEntries(searchParams), nextauth: pathname.split("/").slice(3) },
    cookies: Object.fromEntries(cookies.map(([name, value = ""]) => [name, decodeURIComponent(value)])),
    body: Object.fromEntries(new URLSearchParams(await text(request))),
  });
  Object.assign(response, {
    status: (code: number) => Object.assign(response, { statusCode: code }),
    send: (body: unknown) => response.end(typeof body === "object" ? JSON.stringify(body) : body),
    json: (body: unknown) => response.end(JSON.stringify(body)),
  });
  await NextAuth(request as never, response as never, authOptions({}, [provider()]));
}

const server = createServer((request, response) => void answer(request, response));
beforeAll(async () => {
  issuer = await startIssuer(client);
  await new Promise<void>(listening => server.listen(Number(new URL(url).port), "localhost", listening));
});
afterAll(() => {
  server.close();
  issuer.stop();
});

/** A browser that keeps what it is given, and follows nothing by itself. */
function aBrowser() {
  const jar = new Map<string, string>();
  const go = async (address: string, fields?: Record<string, string>) => {
    const cookie = [...jar].map(pair => pair.join("=")).join("; ");
    const body = fields && new URLSearchParams(fields);
    const response = await fetch(address, {
      headers: { cookie },
      redirect: "manual",
      ...(body && { method: "POST", body }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = "", value = ""] = line.split(";")[0]?.split("=", 2) ?? [];
      if (value) jar.set(name, value);
      else jar.delete(name);
    }
    return { location: response.headers.get("location") ?? "", text: await response.text() };
  };
  return { jar, go };
}

type Browser = ReturnType<typeof aBrowser>;

/** From the button to the address that the provider leads back to. */
async function ask({ go }: Browser): Promise<string> {
  const { csrfToken } = JSON.parse((await go(`${url}/api/auth/csrf`)).text);
  const asked = await go(`${url}/api/auth/signin/work`, { csrfToken, callbackUrl: "/requests" });
  expect(asked.location).toMatch(new RegExp(`^${issuer.url}/authorize\\?`));
  return (await go(asked.location)).location;
}

async function sessionOf({ jar }: Browser): Promise<string> {
  const claims = await decode({
    token: jar.get("lodge-session"),
    secret: settingsInUse().NEXTAUTH_SECRET,
  }).catch(() => null);
  return typeof claims?.sid === "string" ? claims.sid : "";
}

describe("a provider of OpenID Connect", () => {
  it("logs in whose address it vouches for, by a session row of the desk", async () => {
    const person = await aCustomer();
    issuer.knows({ sub: "1", email: person.email, email_verified: true });
    const browser = aBrowser();
    const { location } = await browser.go(await ask(browser));
    expect(location).toBe(`${url}/requests`);
    const session = await sessionOf(browser);
    expect(await actorOfSession(session)).toMatchObject({ id: person.id });
    await run(operator, act => suspendPerson(act, person.email));
    expect(await actorOfSession(session)).toBeNull();
  });

  it("lets in nobody whom the desk does not know, whose address it does not vouch for, or who is suspended", async () => {
    const [known, suspended] = [await aCustomer(), await aCustomer()];
    await run(operator, act => suspendPerson(act, suspended.email));
    for (const claims of [
      { sub: "1", email: anAddress(), email_verified: true },
      { sub: "2", email: known.email, email_verified: false },
      { sub: "3", email: known.email },
      { sub: "4", email: suspended.email, email_verified: true },
    ]) {
      issuer.knows(claims);
      const browser = aBrowser();
      const { location } = await browser.go(await ask(browser));
      expect(location).not.toBe(`${url}/requests`);
      expect(await sessionOf(browser)).toBe("");
    }
    expect(await db().session.count({ where: { personId: { in: [known.id, suspended.id] } } })).toBe(0);
  });

  it("logs nobody into another browser than the one that asked", async () => {
    const person = await aCustomer();
    issuer.knows({ sub: "1", email: person.email, email_verified: true });
    const [attacker, victim] = [aBrowser(), aBrowser()];
    const back = await ask(attacker);
    await ask(victim);
    await victim.go(back);
    expect(await sessionOf(victim)).toBe("");
    expect(await db().session.count({ where: { personId: person.id } })).toBe(0);
    await attacker.go(back);
    expect(await actorOfSession(await sessionOf(attacker))).toMatchObject({ id: person.id });
  });
});
