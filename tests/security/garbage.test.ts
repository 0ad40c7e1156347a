import { expect, test } from "vitest";
import { anAttackedDesk, complaintsOf, ownHeaders } from "../support/attacked";
import { aCustomer } from "../support/factories";
import { cookieOf } from "../support/raise-by-post";
import { aForm, send, type Wired } from "../support/wire";

const desk = anAttackedDesk();

async function statusOf(wired: Wired): Promise<number> {
  const { status } = await send(desk().url, {
    ...wired,
    headers: { ...ownHeaders(desk()), ...wired.headers },
  });
  return status;
}

/** The hidden fields by which a page's form names its action. */
async function actionFields(path: string, cookie?: string): Promise<[string, string][]> {
  const { text } = await send(desk().url, { path, headers: cookie ? { cookie } : {} });
  const decode = (value = "") => value.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
  const inputs = text.match(/<input type="hidden" name="\$ACTION[^>]*>/g) ?? [];
  return inputs.map(input => [
    decode(/name="([^"]*)"/.exec(input)?.[1]),
    decode(/value="([^"]*)"/.exec(input)?.[1]),
  ]);
}

test("what is no form is refused where forms are, with one line in the log", async () => {
  for (const [type, body] of [
    ["application/json", '{"email":"x"}'],
    ["text/plain;charset=UTF-8", '["x"]'],
    ["application/octet-stream", "\0\0"],
  ] as const)
    for (const headers of [{}, { "next-action": "40".padEnd(42, "a") }])
      expect(await statusOf({ path: "/sign-in", body, headers: { "content-type": type, ...headers } })).toBe(
        415,
      );
  const lines = desk()
    .log()
    .split("\n")
    .filter(line => line.includes("refused data that no form of the desk sends"));
  expect(lines).toHaveLength(1);
  expect(complaintsOf(desk())).toEqual([]);
});

test("an action that is handed something else than its form answers with 4xx", async () => {
  const fields = await actionFields("/sign-in");
  const id = /"id":"([0-9a-f]+)"/.exec(fields.map(([, value]) => value).join(" "))?.[1] ?? "";
  expect(id).toMatch(/^[0-9a-f]{40,}$/);
  const before = desk().log();
  // As the script calls it, with arguments of its own.
  for (const args of ['["x",{}]', "[null,null]", "[]", "{", '["$F1"]', '[null,"$Q1"]', "$"]) {
    const form = aForm([["0", args]]);
    const headers = { ...form.headers, "next-action": id };
    const status = await statusOf({ path: "/sign-in", body: form.body, headers });
    expect(status, args).toBeGreaterThanOrEqual(400);
    expect(status, args).toBeLessThan(500);
  }
  // As a browser without script does, with other things in the fields that name the action.
  for (const value of [
    "{",
    "[]",
    '{"id":"x"}',
    `{"id":"${id}","bound":"$@9"}`,
    `{"id":"${id}","bound":["x",{}]}`,
    "null",
  ]) {
    const form = aForm([
      ...fields.map(([name, old]): [string, string] => [name, /:0$/.test(name) ? value : old]),
    ]);
    const status = await statusOf({ path: "/sign-in", body: form.body, headers: form.headers });
    expect(status, value).toBeLessThan(500);
  }
  for (const value of ["{", '["x"]', '"$K9"', "[{}]"]) {
    const form = aForm([
      ...fields.map(([name, old]): [string, string] => [name, /:1$/.test(name) ? value : old]),
    ]);
    const status = await statusOf({ path: "/sign-in", body: form.body, headers: form.headers });
    expect(status, value).toBeLessThan(500);
  }
  expect(complaintsOf(desk(), before)).toEqual([]);
});

test("a form to an action that is none, or to a page that has none, answers with 4xx", async () => {
  for (const id of ["x", "40".padEnd(42, "0"), "__proto__", "constructor"])
    for (const path of ["/sign-in", "/nope"]) {
      const form = aForm([["0", "[]"]]);
      const status = await statusOf({
        path,
        body: form.body,
        headers: { ...form.headers, "next-action": id },
      });
      expect(status, `${id} at ${path}`).toBeGreaterThanOrEqual(400);
      expect(status, `${id} at ${path}`).toBeLessThan(500);
    }
});

test("a call of an action gets nowhere at an address that is no page", async () => {
  const { text } = await send(desk().url, {
    path: "/nope",
    headers: { cookie: await cookieOf(await aCustomer()) },
  });
  const id = /\$ACTION_ID_([0-9a-f]{40,})/.exec(text)?.[1] ?? "40".padEnd(42, "a");
  const before = desk().log();
  const headers = { "content-type": "text/plain;charset=UTF-8", "next-action": id };
  for (const path of [
    "/api/nope",
    "/api/mute/a/b",
    "/api/mute/a%2Fb",
    "/api/%6dute/a",
    "/api/mute/a",
    "/nope",
  ])
    for (const body of ["[", "[1]", "[".repeat(50_000)]) {
      const status = await statusOf({ path, body, headers: { ...headers, origin: "garbage" } });
      expect(status, `${path} from nowhere`).toBeGreaterThanOrEqual(400);
      expect(status, `${path} from nowhere`).toBeLessThan(500);
      const own = await statusOf({ path, body, headers });
      expect(own, path).toBeGreaterThanOrEqual(400);
      expect(own, path).toBeLessThan(500);
    }
  expect(complaintsOf(desk(), before)).toEqual([]);
});

test("a NUL anywhere in an address is refused", async () => {
  const cookie = await cookieOf(await aCustomer());
  for (const path of [
    "/mailbox?to=%00",
    "/mailbox?before=%00",
    "/requests?q=%00",
    "/?q=a%00",
    "/requests/LDG-%00",
    "/catalog/%00",
    "/sign-up/confirm/%00",
    "/set-password/%00",
    "/mute/%00",
    "/api/files/%00",
    "/api/live?request=%00",
    "/api/live/now?request=%00",
    "/api/presence?rows=%00",
    "/api/queue?list=&placed=%00",
    "/requests/export.csv?q=%00",
    "/catalog/other-manual-request/conditions.css?form=%00",
    "/trouble?back=%00",
  ])
    expect(await statusOf({ path, method: "GET", headers: { cookie } }), path).toBe(400);
});

test("garbage to NextAuth answers with 4xx, and its pages lead to ours", async () => {
  const json = { "content-type": "application/json" };
  const coded = { "content-type": "application/x-www-form-urlencoded" };
  for (const path of [
    "/api/auth/callback/credentials",
    "/api/auth/signout",
    "/api/auth/_log",
    "/api/auth/signin",
    "/api/auth/x/y",
  ])
    for (const [headers, body] of [
      [json, "{"],
      [json, "null"],
      [json, '{"email":{"a":1},"csrfToken":[]}'],
      [coded, "%"],
      [coded, "email=%00&password=%FF&csrfToken=%"],
      [{ "content-type": "text/plain" }, "x"],
    ] as const) {
      const status = await statusOf({ path, body, headers });
      expect(status, `${path} ${body}`).toBeLessThan(500);
    }
  for (const path of ["signin", "signin/credentials", "signout", "error", "error?error=Configuration"]) {
    const answer = await send(desk().url, { path: `/api/auth/${path}` });
    expect(answer.status, path).toBe(303);
    expect(answer.headers.location, path).toMatch(/^\/(sign-in)?$/);
  }
  expect(complaintsOf(desk())).toEqual([]);
});

test("a log-in by a program that has to wait is told how long", async () => {
  const { email } = await aCustomer();
  const csrf = await send(desk().url, { path: "/api/auth/csrf" });
  const cookie = [csrf.headers["set-cookie"]]
    .flat()
    .map(one => one?.split(";")[0])
    .join("; ");
  const { csrfToken } = JSON.parse(csrf.text);
  const headers = {
    ...ownHeaders(desk(), cookie),
    "content-type": "application/x-www-form-urlencoded",
  };
  const logIn = (password: string) =>
    send(desk().url, {
      path: "/api/auth/callback/credentials",
      headers,
      body: String(new URLSearchParams({ csrfToken, email, password, json: "true" })),
    });
  expect((await logIn("Wrong 0!")).status).toBe(401);
  let last = await logIn("Wrong 1!");
  for (let time = 2; time < 12; time++) last = await logIn(`Wrong ${time}!`);
  expect(last.status).toBe(429);
  expect(Number(last.headers["retry-after"])).toBeGreaterThan(0);
});

test("garbage in cookies breaks no page and no route", async () => {
  for (const name of ["lodge-session", "next-auth.csrf-token", "next-auth.callback-url", "lodge-sign-up"])
    for (const value of ["%", "%00", "x".repeat(3_000), "a.b.c.d.e", "{}", "|", '"', "http://[", "%E0%A4%A"])
      for (const path of ["/", "/requests", "/api/auth/csrf", "/api/live/now", "/sign-up/confirm"]) {
        const answer = await send(desk().url, { path, headers: { cookie: `${name}=${value}` } });
        expect(answer.status, `${path} with ${name}=${value}`).toBeLessThan(500);
      }
});

test("garbage to the other routes answers with 4xx", async () => {
  const cookie = await cookieOf(await aCustomer());
  for (const [path, body] of [
    ["/api/drafts", "{"],
    ["/api/drafts", "null"],
    ["/api/drafts", '{"person":"x","place":"\\u0000","fields":{}}'],
    ["/api/presence", "{"],
    ["/api/presence", "null"],
    ["/api/presence", '{"reference":"\\u0000","lookId":"\\u0000","isWriting":1}'],
    ["/api/presence", `{"reference":"\\u0000","lookId":"${"0".repeat(32)}","isWriting":true}`],
    ["/api/drafts/afresh", "%"],
    ["/api/drafts/afresh", "place=%00"],
    ["/api/mute/x", "%"],
    ["/api/mail/resend", "%"],
    ["/api/files", "x"],
  ] as const)
    for (const type of [
      "application/json",
      "application/x-www-form-urlencoded",
      "multipart/form-data",
      "multipart/form-data; boundary=x",
      "",
    ]) {
      const status = await statusOf({ path, body, headers: { "content-type": type, cookie } });
      expect(status, `${path} ${body} as ${type}`).toBeLessThan(500);
    }
  expect(complaintsOf(desk())).toEqual([]);
});
