import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run } from "./run.mjs";

const names = ["chromium", "google-chrome", "google-chrome-stable", "chromium-browser", "chrome.exe"];
const elsewhere = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * The browser to test with: the one that TEST_BROWSER names, or one that is installed on this machine.
 * @returns {string | undefined} undefined where there is none; Playwright then looks for its own
 */
export function findBrowser() {
  if (process.env.TEST_BROWSER) return process.env.TEST_BROWSER;
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const candidates = names.flatMap(name => folders.map(folder => join(folder, name)));
  return [...candidates, ...elsewhere].find(path => existsSync(path) && works(path));
}

// Ubuntu's chromium may be a note that tells to install another package.
function works(path) {
  if (process.platform === "win32") return true;
  const { status, stdout } = spawnSync(path, ["--version"], { encoding: "utf8", timeout: 20_000 });
  return status === 0 && /Chrom/i.test(stdout);
}

/**
 * Makes sure that there is a browser, installing one if need be.
 * @param {string} node the Node that Playwright runs on
 * @returns {Promise<string>} what is used, in a few words
 * @throws {Error} with one sentence that says what to do
 */
export async function provideBrowser(node) {
  const present = findBrowser();
  if (present) return present;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const quiet = { env, stdio: ["ignore", "ignore", "inherit"] };
    await run("apt-get", ["update", "-qq"], quiet);
    await run("apt-get", ["install", "-y", "-qq", "chromium"], quiet);
    const installed = findBrowser();
    if (installed) return installed;
  }
  const { code } = await run(
    node,
    [join("node_modules", "@playwright", "test", "cli.js"), "install", "chromium"],
    { stdio: ["ignore", "ignore", "inherit"] },
  );
  if (code === 0) return "Playwright's own Chromium";
  throw new Error(
    "There is no browser for the browser tests, and none could be fetched. Install Chromium or Google Chrome (on Debian: apt-get install chromium), or name one in TEST_BROWSER.",
  );
}
