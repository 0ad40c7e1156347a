import { expect, it } from "vitest";
import { recentIn, withRecent } from "@/lib/session/recent-searches";

/** What a browser says of its cookies once it has kept this one. */
const keep = (cookies: string, search: string) => withRecent(cookies, search, true).split("; ")[0] ?? "";

it("the five newest searches are kept, each once and the newest first", () => {
  let cookies = "other=1";
  for (const search of ["one", "two", "three", "one", "four", "five", "six"])
    cookies = `other=1; ${keep(cookies, search)}`;
  expect(recentIn(cookies)).toEqual(["six", "five", "four", "one", "three"]);
});

it("any letters are kept as they were typed, and what is too long is not", () => {
  const search = `status:open "Zoë; ~Öz" = 100%`;
  expect(recentIn(keep(keep("", search), "x".repeat(200)))).toEqual([search]);
});

it("the cookie goes to agents' pages alone", () => {
  expect(withRecent("", "x", true)).toMatch(/; path=\/agent; samesite=lax; secure$/);
  expect(withRecent("", "x", false)).not.toContain("secure");
});

it("what is no list of searches is none", () => {
  for (const cookies of ["", "lodge-searches=", "lodge-searches=%", "lodge-searches2=a"])
    expect(recentIn(cookies)).toEqual([]);
});
