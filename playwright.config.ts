import { defineConfig } from "@playwright/test";
import { findBrowser } from "./scripts/browser.mjs";

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: process.env.TEST_RESULTS ?? "test-results/browser",
  // The paths of scripts/ let the tests use lib, which pages can only import on the server.
  tsconfig: "scripts/tsconfig.json",
  globalSetup: "./tests/support/e2e-world.ts",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // These end what hangs; no load alone may reach them.
  timeout: 180_000,
  expect: { timeout: 60_000 },
  use: {
    // Set by the global setup, once the desk has its port.
    baseURL: process.env.APP_URL,
    // What moves cannot be clicked, and nothing here is about how it moves.
    contextOptions: { reducedMotion: "reduce" },
    locale: "en-GB",
    timezoneId: "UTC",
    // Without a film and copies of the page, which cost as much as the pages do; --trace on has both.
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: false },
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: findBrowser(),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
