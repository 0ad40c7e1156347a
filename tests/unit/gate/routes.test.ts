import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isForPrograms, kindOf } from "@/lib/gate/measure";
import { aGate } from "../../support/gate";
import { aForm } from "../../support/wire";

const gate = aGate();
const id = "40".padEnd(42, "a");
const bare = { "content-type": "text/plain;charset=UTF-8", "next-action": id };

describe("a route of app/api", () => {
  const routes = globSync("app/api/**/route.ts");

  it.each(["POST", "DELETE"])("is sent something by %s if it takes that, and only then", method => {
    expect(routes.length).toBeGreaterThan(5);
    for (const route of routes) {
      const path = route
        .slice("app".length, -"/route.ts".length)
        .replace("[...nextauth]", "callback/credentials")
        .replace(/\[\w+\]/, "01a20ad9-1.b_c");
      const takes = new RegExp(`^export .*\\b${method}\\b`, "m").test(readFileSync(route, "utf8"));
      const asked = method === "DELETE" ? path.replace("-1.b_c", "") : path;
      expect(kindOf(method, asked) !== "none", `${method} ${asked}`).toBe(takes);
    }
  });

  it("is one for programs at its own address alone", () => {
    for (const path of ["/api/mail/resend", "/api/mute/abc", "/api/mute/a1.b2.c-_3"])
      expect(isForPrograms(path), path).toBe(true);
    for (const path of [
      "/api/mail/resend/x",
      "/api/mute/",
      "/api/mute/a/b",
      "/api/mute/..",
      "/api/%6dute/a",
      "/api/mute/%61",
      "/x/api/mute/a",
    ])
      expect(isForPrograms(path), path).toBe(false);
  });
});

describe("what calls an action", () => {
  it.each([
    "/api/nope",
    "/api",
    "/api/mute/a/b",
    "/api/%6dute/a",
    "/api/drafts/x",
    "/api/files/x",
    "/API/nope",
  ])("gets nowhere at an address that is no page: %s", async path => {
    for (const body of ["[", "[1]", "[".repeat(10_000)]) {
      const { status } = await gate().post({ path, body, headers: bare });
      expect([404, 415]).toContain(status);
    }
  });

  it.each([
    "/api/drafts",
    "/api/drafts/afresh",
    "/api/notices/panel",
    "/api/presence",
    "/api/mail/resend",
    "/api/mute/x",
    "/api/auth/signout",
    "/api/files",
  ])("is refused by a route: %s", async path => {
    const headers = { ...bare, cookie: gate().cookie };
    for (const body of ["[]", "["]) expect((await gate().post({ path, body, headers })).status).toBe(400);
  });

  it("is refused by a route in the words of a form, too", async () => {
    const form = aForm([
      ["$ACTION_REF_1", ""],
      ["$ACTION_1:0", '{"id":"a1","bound":null}'],
    ]);
    for (const path of ["/api/drafts/afresh", "/api/mute/x"])
      expect((await gate().post({ path, ...form })).status, path).toBe(400);
    expect((await gate().post({ path: "/api/mute/x", ...aForm([["a", "b"]]) })).status).toBe(200);
  });

  it("is refused by a page when there is nothing in it", async () => {
    for (const headers of [bare, { "next-action": id }, aForm([]).headers])
      expect((await gate().post({ path: "/sign-in", body: "", headers })).status).toBe(400);
  });
});

describe("an address", () => {
  it.each(["/api/mute/a%2Fb", "/api%2fnope", "/a%5Cb", "/a%5cb", "/api\\nope"])(
    "with a slash in disguise is refused: %s",
    async path => {
      expect((await gate().post({ path, body: "a=b", headers: { origin: "garbage" } })).status).toBe(400);
    },
  );

  it("under /api that takes nothing is told so before anything of it is read", async () => {
    const headers = { "content-length": 900_000 };
    expect((await gate().post({ path: "/api/nope", body: "x", headers })).status).toBe(404);
    expect((await gate().post({ path: "/api/drafts", method: "DELETE", headers: {} })).status).toBe(404);
  });
});
