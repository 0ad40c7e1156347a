import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run } from "./run.mjs";

// Headless shells start in half the time.
const light = ["chromium-headless-shell", "chrome-headless-shell"];
const names = ["chromium", "google-chrome", "google-chrome-stable", "chromium-browser", "chrome.exe"];
const elsewhere = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * The browser to test with: TEST_BROWSER, or an installed one.
 * @returns {string | undefined} undefined if there is none; Playwright then looks for its own
 */
export function findBrowser() {
  if (process.env.TEST_BROWSER) return process.env.TEST_BROWSER;
  return [...onPath([...light, ...names]), ...elsewhere].find(path => existsSync(path) && works(path));
}

/** @param {string[]} files */
function onPath(files) {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return files.flatMap(name => folders.map(folder => join(folder, name)));
}

/** @returns {Promise<boolean>} whether it is installed now */
async function install(name, isQuiet) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  // Optional: give up quickly, for example when a mirror is unreachable.
  const options = isQuiet
    ? { env, stdio: "ignore", timeout: 120_000 }
    : { env, stdio: ["ignore", "ignore", "inherit"] };
  await run("apt-get", ["update", "-qq"], options);
  const { code } = await run("apt-get", ["install", "-y", "-qq", name], options);
  return code === 0;
}

// Ubuntu's chromium may be a stub that only asks for another package.
function works(path) {
  if (process.platform === "win32") return true;
  const { status, stdout } = spawnSync(path, ["--version"], { encoding: "utf8", timeout: 20_000 });
  return status === 0 && /Chrom/i.test(stdout);
}

/**
 * Finds or installs a browser.
 * @param {string} node the Node that Playwright runs on
 * @returns {Promise<string>} a short description of what is used
 * @throws {Error} with one sentence that says what to do
 */
export async function provideBrowser(node) {
  const present = findBrowser();
  const isLight = Boolean(process.env.TEST_BROWSER) || onPath(light).some(path => existsSync(path));
  if (present && isLight) return present;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    // If some browser is present, the headless shell is optional.
    for (const name of present ? ["chromium-headless-shell"] : ["chromium-headless-shell", "chromium"])
      if (await install(name, Boolean(present))) break;
  }
  const found = findBrowser();
  if (found) return found;
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
