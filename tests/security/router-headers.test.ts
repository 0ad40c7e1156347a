import { beforeAll, describe, expect, it } from "vitest";
import { anAttackedDesk, complaintsOf, ownHeaders } from "../support/attacked";
import { aCustomer } from "../support/factories";
import { cookieOf } from "../support/raise-by-post";
import { send } from "../support/wire";

// What the browser's half of Next says in headers, said by somebody else.

const desk = anAttackedDesk();
let cookie: string;
beforeAll(async () => {
  cookie = await cookieOf(await aCustomer());
});

const stateOf = (state: unknown) => encodeURIComponent(JSON.stringify(state));
const nested = (levels: number): unknown =>
  levels === 0 ? ["", {}] : ["", { children: nested(levels - 1) }];

const broken = {
  "no JSON": "%7B",
  "a broken escape": "%E0%A4%A",
  nothing: "",
  "a number": "7",
  "another shape": stateOf(["", { children: 7 }]),
  "more levels than any page has": stateOf(nested(60)),
  "as many that are not encoded": JSON.stringify(nested(60)),
  "more words than any page has": stateOf(["x".repeat(4_000), {}]),
  "two at once": `${stateOf(["", {}])}, ${stateOf(["", {}])}`,
};
const callers = {
  "a script": { rsc: "1" },
  "a script that fetches ahead": { rsc: "1", "next-router-prefetch": "1" },
  "nobody's script": {},
};

describe.each(["/requests", "/sign-in", "/help", "/nowhere"])("at %s", path => {
  it.each(Object.entries(broken))(
    "where it comes from, said by %s, is refused and logged nowhere",
    async (_, state) => {
      const before = desk().log();
      for (const [caller, headers] of Object.entries(callers)) {
        const answer = await send(desk().url, {
          path,
          headers: { ...headers, cookie, "next-router-state-tree": state },
        });
        expect([answer.status, answer.text], caller).toEqual([
          400,
          expect.stringContaining("It is not clear which page this came from."),
        ]);
      }
      expect(complaintsOf(desk(), before)).toEqual([]);
    },
  );

  it.each([
    ["as deep as any page is", stateOf(nested(15))],
    ["somewhere else", stateOf(["elsewhere", { children: ["__PAGE__", {}] }])],
  ])("a script may come from %s", async (_, state) => {
    const before = desk().log();
    const headers = { rsc: "1", cookie, "next-router-state-tree": state };
    expect((await send(desk().url, { path, headers })).status).toBeLessThan(400);
    expect(complaintsOf(desk(), before)).toEqual([]);
  });
});

it("a form that says so is refused before it is read", async () => {
  const answer = await send(desk().url, {
    path: "/sign-in",
    body: '["x"]',
    headers: { ...ownHeaders(desk()), "next-action": "40", "next-router-state-tree": "{" },
  });
  expect(answer.status).toBe(400);
});

it.each([
  ["next-url", "%%%"],
  ["next-url", "http://["],
  ["next-router-prefetch", "9"],
  ["next-router-segment-prefetch", "../../x"],
  ["next-hmr-refresh", "1"],
  ["next-request-id", "%"],
  ["next-resume", "1"],
  ["next-action", "x"],
  ["x-action-forwarded", "1"],
  ["x-matched-path", "/%%"],
  ["x-nextjs-data", "1"],
  ["x-nextjs-rewritten-path", "%%"],
  ["x-now-route-matches", "%%"],
  ["x-prerender-revalidate", "1"],
])("%s with %s is no error of the desk", async (name, value) => {
  const before = desk().log();
  for (const path of ["/requests", "/sign-in"])
    for (const caller of Object.values(callers)) {
      const { status } = await send(desk().url, { path, headers: { ...caller, cookie, [name]: value } });
      expect(status).toBeLessThan(500);
    }
  expect(complaintsOf(desk(), before)).toEqual([]);
});
