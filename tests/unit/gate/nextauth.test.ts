import { describe, expect, it } from "vitest";
import { answerNextAuth } from "@/lib/entry/nextauth-route";
import { tooMany } from "@/lib/entry/route";
import { translatorOf } from "@/lib/messages/translate";
import { refuse } from "@/lib/refusal";

describe("an address to go back to that is none", () => {
  it.each([
    "next-auth.callback-url=javascript:x",
    "__Secure-next-auth.callback-url=javascript:x",
    "next-auth.callback-url=%2Frequests; __Secure-next-auth.callback-url=%",
  ])("is refused, and forgotten under both names that it is kept by: %s", async cookie => {
    const request = new Request("http://localhost:3000/api/auth/csrf", { headers: { cookie } });
    const answer = await answerNextAuth(request, Promise.resolve({ nextauth: ["csrf"] }));
    expect(answer.status).toBe(400);
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^next-auth\.callback-url=; Max-Age=0; Path=\/$/),
      expect.stringMatching(/^__Secure-next-auth\.callback-url=; Max-Age=0; Path=\/; Secure$/),
    ]);
  });
});

it("what is too much is said with the time to wait", async () => {
  const answer = tooMany(refuse("limit.reached", { seconds: 30 }), translatorOf("en"));
  expect(answer.status).toBe(429);
  expect(answer.headers.get("retry-after")).toBe("30");
  expect(await answer.text()).toContain("Please wait");
});
