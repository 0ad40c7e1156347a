import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { root } from "@/scripts/settings";
import { type Desk, startDesk } from "./desk";
import type { Settings } from "./settings";

/** Starts the production build for the tests of a file. Answers with it, once they run. */
export function anAttackedDesk(wishes: Partial<Settings> = {}): () => Desk {
  let desk: Desk;
  beforeAll(async () => {
    const folder = join(root, "test-results");
    mkdirSync(folder, { recursive: true });
    desk = await startDesk({ WORKER: "off", ...wishes }, join(folder, "security.log"));
  });
  afterAll(() => desk.stop());
  return () => desk;
}

/** What the desk has complained of since `before`, a log that was read earlier: faults of ours, which no attack may cause. */
export const complaintsOf = (desk: Desk, before = "") =>
  desk
    .log()
    .slice(before.length)
    .split("\n")
    .filter(line => /"level":"error"|⨯/.test(line));

export const ownHeaders = (desk: Desk, cookie?: string) => ({
  origin: desk.url,
  "sec-fetch-site": "same-origin",
  ...(cookie && { cookie }),
});
