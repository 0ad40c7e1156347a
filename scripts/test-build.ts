import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { buildIfChanged } from "./build";
import { exclusively } from "./cluster-users";
import { keep } from "./settings";

/** Builds the pages if need be, one test run at a time: Next refuses to build beside another build. */
export function buildForTests(): Promise<boolean> {
  const folder = join(keep, "build");
  mkdirSync(folder, { recursive: true });
  return exclusively(folder, buildIfChanged);
}
