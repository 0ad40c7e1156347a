// `npm run lock:complete`: some registries omit packages for other platforms, so npm leaves them out of the lock and
// `npm ci` refuses it. Adds them from their parents' dependencies; npm skips those of other platforms.
import { readFileSync, writeFileSync } from "node:fs";

const file = new URL("../package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(file, "utf8"));
const systems = {
  android: "android",
  darwin: "darwin",
  freebsd: "freebsd",
  linux: "linux",
  win32: "win32",
  windows: "win32",
};
const processors = ["x64", "arm64", "arm", "ia32", "ppc64", "ppc64le", "s390x", "riscv64", "loong64"];

function entryOf(name, version, parent) {
  const words = name.split("/").at(-1).split("-");
  const os = words.flatMap(word => systems[word] ?? []);
  const cpu = words.includes("wasm32") ? ["wasm32"] : words.filter(word => processors.includes(word));
  if (cpu.length === 0 || (os.length === 0 && cpu[0] !== "wasm32")) return null;
  const libc = words.includes("musl") ? ["musl"] : words.includes("gnu") ? ["glibc"] : null;
  return {
    version,
    ...(os.length > 0 && { os }),
    cpu,
    ...(libc && { libc }),
    ...(parent.dev && { dev: true }),
    optional: true,
  };
}

function isLocked(path, name) {
  for (
    let folder = path;
    ;
    folder = folder.includes("/node_modules/") ? folder.slice(0, folder.lastIndexOf("/node_modules/")) : ""
  ) {
    if (lock.packages[`${folder ? `${folder}/` : ""}node_modules/${name}`]) return true;
    if (folder === "") return false;
  }
}

let added = 0;
for (const [path, parent] of Object.entries(lock.packages))
  for (const [name, range] of Object.entries(parent.optionalDependencies ?? {})) {
    const version = range.replace(/^[\^~]/, "");
    const entry =
      /^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version) && !isLocked(path, name) && entryOf(name, version, parent);
    if (!entry) continue;
    lock.packages[`node_modules/${name}`] = entry;
    added++;
  }
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
if (added > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} packages added.`);
