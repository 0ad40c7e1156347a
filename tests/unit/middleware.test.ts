import { unstable_doesMiddlewareMatch as doesMatch } from "next/experimental/testing/server";
import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { translatorOf } from "@/lib/messages/translate";
import { config, middleware } from "@/middleware";

const origin = "https://desk.test";
const ask = (path: string, { headers = {}, ...rest }: RequestInit = {}) =>
  middleware(
    new NextRequest(origin + path, { headers: { host: "desk.test", ...headers }, ...rest } as never),
  );
const signedIn = { cookie: "lodge-session=any" };

describe("a server without the gate", () => {
  it("gives each page a policy of its own", () => {
    const [one, other] = [ask("/"), ask("/")].map(answer => answer.headers.get("content-security-policy"));
    expect(one).toMatch(/script-src 'nonce-[\w+/=]{20,}' 'strict-dynamic'/);
    expect(one).not.toBe(other);
  });

  it.each(["/requests?q=a+b", "/agent", "/admin/mail", "/settings/password", "/catalog/a"])(
    "leads the signed-out to the log-in page and back: %s",
    path => {
      const { status, headers } = ask(path);
      expect(status).toBe(307);
      expect(headers.get("location")).toBe(`${origin}/sign-in?next=${encodeURIComponent(path)}`);
      expect(ask(path, { headers: signedIn }).status).toBe(200);
    },
  );

  it("keeps the token of a mailed link out of the way back", () =>
    expect(ask("/settings/email/secret-token").status).toBe(200));

  it("refuses forms of other sites, and what is larger than a form can be", async () => {
    const post = (headers: Record<string, string>) => ask("/requests/LDG-1", { method: "POST", headers });
    expect(post({ ...signedIn, origin: "https://evil.test" }).status).toBe(403);
    expect(post({ ...signedIn, origin: "null" }).status).toBe(403);
    const tooLarge = post({ ...signedIn, origin, "content-length": "1000001" });
    expect(tooLarge.status).toBe(413);
    expect(await tooLarge.text()).toBe(translatorOf("en")("gate.too_much"));
    const files = { ...signedIn, origin, "content-type": "multipart/form-data; boundary=x" };
    expect(post({ ...files, "content-length": "1000001" }).status).toBe(200);
    expect(post({ ...files, "content-length": "26000001" }).status).toBe(413);
  });

  it("answers an address that cannot be read as one that leads nowhere", () =>
    expect(ask("/%E0%A4%A").headers.get("x-middleware-rewrite")).toBe(`${origin}/not-an-address`));
});

describe("the middleware", () => {
  const runs = (url: string, headers = {}) => doesMatch({ config, url, headers, nextConfig: {} });

  it("runs for pages, and not for static files nor for routes that set a policy of their own", () => {
    for (const path of ["/", "/requests/LDG-1", "/mailbox/1"]) expect(runs(path), path).toBe(true);
    for (const path of [
      "/_next/static/a.js",
      "/api/live",
      "/trouble",
      "/mark.svg",
      "/icons.svg",
      "/mailbox/1/html",
    ])
      expect(runs(path), path).toBe(false);
  });

  it("does not run behind the gate, which has done its work", () =>
    expect(runs("/", { "x-lodge-gate": "any" })).toBe(false));
});
