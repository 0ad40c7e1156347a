import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const settings = at("tests/support/vitest-settings.ts");
const database = {
  globalSetup: [at("tests/support/vitest-databases.ts")],
  setupFiles: [settings, at("tests/support/vitest-database.ts")],
};
const domain = "tests/domain/**/*.test.ts";
// The desk reads its settings and the table of moves once: a file that changes them needs a process of its own.
const ownSettings = globSync(domain).filter(file =>
  /\bsetSettings\(|made-up-move"/.test(readFileSync(file, "utf8")),
);

export default defineConfig({
  resolve: { alias: { "@": at("."), "server-only": at("scripts/empty.ts") } },
  test: {
    maxWorkers: 2,
    // These end what hangs; no load alone may reach them.
    testTimeout: 180_000,
    hookTimeout: 300_000,
    projects: [
      { extends: true, test: { name: "architecture", include: ["tests/architecture*.test.ts"] } },
      {
        extends: true,
        test: { name: "unit", include: ["tests/unit/**/*.test.{ts,tsx}"], setupFiles: [settings] },
      },
      {
        extends: true,
        // One desk at a time: each file starts and kills servers of its own.
        test: {
          name: "faults",
          include: ["tests/faults/**/*.test.ts"],
          setupFiles: [settings],
          fileParallelism: false,
          testTimeout: 1_800_000,
        },
      },
      {
        extends: true,
        // Attacks on the production build, each file on a desk of its own, and on lib itself.
        test: { name: "security", include: ["tests/security/**/*.test.ts"], ...database },
      },
      {
        extends: true,
        // Statements and bytes of the production build's pages.
        test: { name: "budget", include: ["tests/budget/**/*.test.ts"], ...database },
      },
      {
        extends: true,
        // One process for many files, which takes half as long as to load the desk for each.
        test: { name: "domain", include: [domain], exclude: ownSettings, isolate: false, ...database },
      },
      {
        extends: true,
        test: { name: "domain-settings", include: ownSettings, ...database },
      },
    ],
  },
});
