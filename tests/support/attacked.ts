import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { root } from "@/scripts/settings";
import { complaintsIn, type Desk, startDesk } from "./desk";
import type { Settings } from "./settings";

/** Starts the production build for the tests of a file; the returned function gives it once they run. */
export function anAttackedDesk(wishes: Partial<Settings> = {}): () => Desk {
  let desk: Desk;
  beforeAll(async () => {
    const results = join(root, "test-results");
    mkdirSync(results, { recursive: true });
    desk = await startDesk({ WORKER: "off", ...wishes }, join(results, "security.log"));
  });
  afterAll(() => desk.stop());
  return () => desk;
}

/** The errors logged since `before`, an earlier log. No attack may cause any. */
export const complaintsOf = (desk: Desk, before = "") => complaintsIn(desk.log().slice(before.length));

export const ownHeaders = (desk: Desk, cookie?: string) => ({
  origin: desk.url,
  "sec-fetch-site": "same-origin",
  ...(cookie && { cookie }),
});
