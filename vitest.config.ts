import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const settings = at("tests/support/vitest-settings.ts");

export default defineConfig({
  resolve: { alias: { "@": at("."), "server-only": at("scripts/empty.ts") } },
  test: {
    maxWorkers: 2,
    // These end what hangs; no load alone may reach them.
    testTimeout: 180_000,
    hookTimeout: 300_000,
    projects: [
      { extends: true, test: { name: "architecture", include: ["tests/architecture.test.ts"] } },
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
        test: {
          name: "security",
          include: ["tests/security/**/*.test.ts"],
          globalSetup: [at("tests/support/vitest-databases.ts")],
          setupFiles: [settings, at("tests/support/vitest-database.ts")],
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: "domain",
          include: ["tests/domain/**/*.test.ts"],
          globalSetup: [at("tests/support/vitest-databases.ts")],
          setupFiles: [settings, at("tests/support/vitest-database.ts")],
        },
      },
    ],
  },
});
