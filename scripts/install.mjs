import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "./run.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const lock = join(root, "package-lock.json");
const stamp = join(root, "node_modules", ".lodge-lock");

/** The Node that runs everything except this bootstrap. */
export const node = join(root, "node_modules", ".bin", process.platform === "win32" ? "node.cmd" : "node");

export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(
    `Lodge needs Node 20.19 or newer to start, and this is Node ${process.versions.node}. Install a newer one from nodejs.org.`,
  );
  process.exit(1);
}

/**
 * Installs the locked dependencies unless they were installed from this package-lock.json.
 * @throws {Error} with one sentence that says what to do
 */
export async function installDependencies() {
  const wanted = createHash("sha256").update(readFileSync(lock)).digest("hex");
  if (isInstalled(wanted)) return;
  console.log("… Installing dependencies (a minute or two, once)");
  const since = Date.now();
  const [command, ...args] = npm();
  const { code, signalled } = await run(
    command,
    [...args, "ci", "--include=dev", "--no-audit", "--no-fund"],
    {
      cwd: root,
      shell: command === "npm.cmd",
    },
  );
  if (signalled) process.exit(code || 130);
  if (code !== 0)
    throw new Error(
      "The dependencies could not be installed; npm's output above says why. Check the network and the disk, then start again.",
    );
  if (!existsSync(node))
    throw new Error(
      "npm did not run the install scripts that fetch Node 24. Allow them (npm config set ignore-scripts false), remove node_modules and start again.",
    );
  writeFileSync(stamp, wanted);
  console.log(`✓ Installing dependencies  ${((Date.now() - since) / 1000).toFixed(1)} s`);
}

function isInstalled(wanted) {
  if (!existsSync(node)) return false;
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return true;
  if (!agreesWithLock()) return false;
  try {
    writeFileSync(stamp, wanted);
  } catch {
    // The stamp only speeds up the next start; dependencies installed by another user may be read-only.
  }
  return true;
}

/** Whether a manual install matches the lock, by npm's own record. */
function agreesWithLock() {
  try {
    const locked = JSON.parse(readFileSync(lock, "utf8")).packages;
    const present = JSON.parse(
      readFileSync(join(root, "node_modules", ".package-lock.json"), "utf8"),
    ).packages;
    const same = path =>
      locked[path]?.version === present[path]?.version &&
      locked[path]?.integrity === present[path]?.integrity;
    const needed = Object.keys(locked).filter(
      path => path && !locked[path].optional && !locked[path].devOptional,
    );
    return Object.keys(present).every(same) && needed.every(path => present[path] && same(path));
  } catch {
    return false;
  }
}

// The npm that started this process, with the system's Node, because npm is about to replace ours.
function npm() {
  const { npm_execpath, npm_node_execpath } = process.env;
  if (npm_execpath?.endsWith(".js")) return [npm_node_execpath ?? process.execPath, npm_execpath];
  return [process.platform === "win32" ? "npm.cmd" : "npm"];
}
