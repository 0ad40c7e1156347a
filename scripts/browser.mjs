import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run } from "./run.mjs";

// The same engine without the windows around it, which takes half as long.
const light = ["chromium-headless-shell", "chrome-headless-shell"];
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
  return [...onPath([...light, ...names]), ...elsewhere].find(path => existsSync(path) && works(path));
}

/** @param {string[]} files */
function onPath(files) {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return files.flatMap(name => folders.map(folder => join(folder, name)));
}

/** @returns {Promise<boolean>} whether it is there now */
async function install(name, isQuiet) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  // A wish is worth no long wait, such as for a mirror that is not reached.
  const options = isQuiet
    ? { env, stdio: "ignore", timeout: 120_000 }
    : { env, stdio: ["ignore", "ignore", "inherit"] };
  await run("apt-get", ["update", "-qq"], options);
  const { code } = await run("apt-get", ["install", "-y", "-qq", name], options);
  return code === 0;
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
  const isLight = Boolean(process.env.TEST_BROWSER) || onPath(light).some(path => existsSync(path));
  if (present && isLight) return present;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    // Where some browser is there, the light one is only a wish.
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
