import { expect, it } from "vitest";
import { isDatabaseDown } from "@/lib/db";
import { spend } from "@/lib/rate-limit";

it("a limit that cannot be counted because the database is away says so, and lets nothing through", async () => {
  const error = await spend("search", "somebody").catch((error: unknown) => error);
  expect(isDatabaseDown(error)).toBe(true);
});
