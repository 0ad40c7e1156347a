import { randomUUID } from "node:crypto";
import { decode } from "next-auth/jwt";
import { afterAll, describe, expect, it } from "vitest";
import { suspendPerson } from "@/lib/accounts/operator";
import { actorOfSession } from "@/lib/accounts/sessions";
import { operator } from "@/lib/actor";
import { db } from "@/lib/db";
import { anAttackedDesk, complaintsOf, ownHeaders } from "../support/attacked";
import { layCable } from "../support/cable";
import { aCustomer, anAddress, run } from "../support/factories";
import { fieldsIn, readPlainly, sendPlainly } from "../support/plain-forms";
import { cookieOf } from "../support/raise-by-post";
import { settingsInUse } from "../support/settings";
import { type Answer, send } from "../support/wire";

// There are two addresses to log in at, the form and NextAuth's, and one way to do it.

const cable = await layCable(settingsInUse().DATABASE_URL);
const desk = anAttackedDesk({ DATABASE_URL: cable.url });
afterAll(() => cable.remove());
/** One that nobody else has or tries: wrong ones are counted per password as well. */
const aPassword = () => `Harbour-lamp ${randomUUID()}!`;
const coded = { "content-type": "application/x-www-form-urlencoded" };

type Came = { status: number; text: string; cookies: string[]; wait: string | null };
type Typed = { email: string; password: string };
type Way = (typed: Typed, cookie?: string) => Promise<Came>;

const setBy = ({ headers }: Answer) => [headers["set-cookie"] ?? []].flat();
const pairsOf = (cookies: string[]) => cookies.map(line => line.split(";")[0]);

/** The token that NextAuth wants with a form, and the cookies to send with it. */
async function csrfFor(cookie = ""): Promise<{ csrfToken: string; cookie: string }> {
  const answer = await send(desk().url, { path: "/api/auth/csrf", headers: { cookie } });
  return {
    csrfToken: JSON.parse(answer.text).csrfToken,
    cookie: [cookie, ...pairsOf(setBy(answer))].filter(Boolean).join("; "),
  };
}

async function postToNextAuth(path: string, fields: Record<string, string>, headers: Record<string, string>) {
  const body = String(new URLSearchParams(fields));
  const answer = await send(desk().url, {
    path: `/api/auth/${path}`,
    body,
    headers: { ...coded, ...headers },
  });
  const { status, text, headers: got } = answer;
  return { status, text, cookies: setBy(answer), wait: String(got["retry-after"] ?? "") || null };
}

const ways: Record<string, Way> = {
  "the form": async (typed, cookie = "") => {
    const url = `${desk().url}/sign-in`;
    // The page is not shown to people who are logged in, but a tab can have been open since before.
    const fields = fieldsIn(await (await readPlainly(url, "")).text(), "sign-in");
    const { status, html: text, cookies } = await sendPlainly(url, cookie, fields, typed);
    return { status, text, cookies, wait: /Please wait (\d+) seconds/.exec(text)?.[1] ?? null };
  },
  "NextAuth's address": async (typed, before) => {
    const { csrfToken, cookie } = await csrfFor(before);
    return postToNextAuth("callback/credentials", { csrfToken, ...typed }, ownHeaders(desk(), cookie));
  },
};

const cookieNamed = (cookies: string[], name: string) => cookies.find(line => line.startsWith(`${name}=`));

/** The id of the session that a cookie names; "" for none. */
async function sessionIn(cookies: string[]): Promise<string> {
  const token = cookieNamed(cookies, "lodge-session")?.split(";")[0]?.split("=")[1];
  const claims = token && (await decode({ token, secret: settingsInUse().NEXTAUTH_SECRET }));
  return claims && typeof claims.sid === "string" ? claims.sid : "";
}

const sessionsOf = ({ id }: { id: string }) => db().session.count({ where: { personId: id } });

describe.each(Object.entries(ways))("logging in by %s", (_, logIn) => {
  it("opens one session, in a cookie that no script reads, and remembers the browser", async () => {
    const password = aPassword();
    const person = await aCustomer({ password });
    const { cookies } = await logIn({ email: person.email.toUpperCase(), password });
    expect(await actorOfSession(await sessionIn(cookies))).toMatchObject({ id: person.id });
    expect(await sessionsOf(person)).toBe(1);
    for (const name of ["lodge-session", "lodge-devices"])
      expect(cookieNamed(cookies, name)).toMatch(/Path=\/.*HttpOnly.*SameSite=lax/i);
    expect(cookieNamed(cookies, "lodge-session")).toMatch(/Expires=/i);
  });

  it("ends the session that the browser was in before", async () => {
    const password = aPassword();
    const former = await aCustomer();
    const cookie = await cookieOf(former);
    const left = await sessionIn([cookie]);
    const person = await aCustomer({ password });
    const { cookies } = await logIn({ email: person.email, password }, cookie);
    expect(await actorOfSession(await sessionIn(cookies))).toMatchObject({ id: person.id });
    expect(await actorOfSession(left)).toBeNull();
  });

  it("is refused to a stranger, a wrong password, an account without one, and nonsense, in the same words", async () => {
    const password = aPassword();
    const person = await aCustomer({ password });
    const invited = await aCustomer();
    const texts = new Set<string>();
    for (const typed of [
      { email: anAddress(), password: aPassword() },
      { email: person.email, password: aPassword() },
      { email: invited.email, password: aPassword() },
    ]) {
      const { status, text, cookies } = await logIn(typed);
      expect(await sessionIn(cookies)).toBe("");
      expect(cookieNamed(cookies, "lodge-devices")).toBeUndefined();
      expect(text).toContain("The email address or the password is not right.");
      texts.add(`${status}`);
    }
    expect(texts.size).toBe(1);
    for (const typed of [
      { email: "", password: "" },
      { email: "nobody", password },
      { email: "%00", password: "\u{ffff}" },
      { email: "x".repeat(2_000), password: "x".repeat(2_000) },
    ]) {
      const { status, cookies } = await logIn(typed);
      expect(status).toBeLessThan(500);
      expect(await sessionIn(cookies)).toBe("");
    }
    expect([await sessionsOf(person), await sessionsOf(invited)]).toEqual([0, 0]);
  });

  it("tells the suspended so, and only those who know the password", async () => {
    const password = aPassword();
    const person = await aCustomer({ password });
    await run(operator, act => suspendPerson(act, person.email));
    expect((await logIn({ email: person.email, password })).text).toContain("This account is suspended.");
    expect((await logIn({ email: person.email, password: aPassword() })).text).not.toContain("suspended");
    expect(await sessionsOf(person)).toBe(0);
  });

  it("is counted, and more of it has to wait, but not a browser that has logged in before", async () => {
    const password = aPassword();
    const person = await aCustomer({ password });
    const { cookies } = await logIn({ email: person.email, password });
    const device = pairsOf([cookieNamed(cookies, "lodge-devices") ?? ""])[0];
    for (let tries = 0; tries < 6; tries++) await logIn({ email: person.email, password: aPassword() });
    const { wait, cookies: got } = await logIn({ email: person.email, password });
    expect(Number(wait)).toBeGreaterThan(0);
    expect(await sessionIn(got)).toBe("");
    const known = await logIn({ email: person.email, password }, device);
    expect(await actorOfSession(await sessionIn(known.cookies))).toMatchObject({ id: person.id });
  });
});

describe("the two addresses together", () => {
  it("share one count of wrong tries", async () => {
    const password = aPassword();
    const { email } = await aCustomer({ password });
    for (let tries = 0; tries < 3; tries++)
      for (const logIn of Object.values(ways)) await logIn({ email, password: aPassword() });
    for (const logIn of Object.values(ways))
      expect(Number((await logIn({ email, password })).wait)).toBeGreaterThan(0);
  });
});

describe("NextAuth's address", () => {
  it("does nothing without its token, with somebody else's, or from another site", async () => {
    const password = aPassword();
    const person = await aCustomer({ password });
    const typed = { email: person.email, password };
    const mine = await csrfFor();
    const others = await csrfFor();
    const own = ownHeaders(desk(), mine.cookie);
    const foreign = { ...own, origin: "https://evil.test", "sec-fetch-site": "cross-site" };
    const tries = [
      await postToNextAuth("callback/credentials", typed, own),
      await postToNextAuth("callback/credentials", { ...typed, csrfToken: others.csrfToken }, own),
      await postToNextAuth(
        "callback/credentials",
        { ...typed, csrfToken: mine.csrfToken },
        ownHeaders(desk()),
      ),
      await postToNextAuth("callback/credentials", { ...typed, csrfToken: mine.csrfToken }, foreign),
      await postToNextAuth(
        "callback/credentials",
        { ...typed, csrfToken: mine.csrfToken },
        { cookie: mine.cookie },
      ),
    ];
    expect(tries.map(({ status }) => status)).toEqual([302, 302, 302, 403, 403]);
    for (const { cookies } of tries) expect(await sessionIn(cookies)).toBe("");
    expect(await sessionsOf(person)).toBe(0);
  });

  it("logs out for good, for a copied cookie too, and only with its token", async () => {
    const person = await aCustomer();
    const { csrfToken, cookie } = await csrfFor(await cookieOf(person));
    const left = () => db().session.count({ where: { personId: person.id, endedAt: null } });
    await postToNextAuth("signout", {}, ownHeaders(desk(), cookie));
    await postToNextAuth("signout", { csrfToken }, { cookie });
    expect(await left()).toBe(1);
    const { cookies } = await postToNextAuth("signout", { csrfToken }, ownHeaders(desk(), cookie));
    expect(cookieNamed(cookies, "lodge-session")).toMatch(/^lodge-session=;/);
    expect(await left()).toBe(0);
  });

  it("tells nobody who is logged in, and what else NextAuth answers elsewhere is not there", async () => {
    const cookie = await cookieOf(await aCustomer());
    for (const path of ["session", "providers", "callback/credentials", "callback/x", "_log"])
      expect((await send(desk().url, { path: `/api/auth/${path}`, headers: { cookie } })).status, path).toBe(
        404,
      );
  });
});

it("none of this makes the desk complain", () => expect(complaintsOf(desk())).toEqual([]));

describe("while the database is away", () => {
  it("nobody is logged in or told to be logged out, and no error shows in an address", async () => {
    const password = aPassword();
    const { email } = await aCustomer({ password });
    const { csrfToken, cookie } = await csrfFor(await cookieOf(await aCustomer()));
    const own = ownHeaders(desk(), cookie);
    cable.cut();
    const answers = [
      await postToNextAuth("callback/credentials", { csrfToken, email, password }, own),
      await postToNextAuth("signout", { csrfToken }, own),
    ];
    cable.mend();
    for (const { status, text, cookies } of answers) {
      expect(status).toBe(503);
      expect(text).toContain("The desk cannot reach its database right now.");
      expect(cookies).toEqual([]);
    }
  });
});
