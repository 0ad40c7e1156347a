import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";

/** One hash over the names and contents of files and whole folders. A missing path counts as missing. */
export function fingerprint(base: string, paths: string[], leaveOut: string[] = []): string {
  const hash = createHash("sha256");
  for (const path of paths.flatMap(path => filesOf(join(base, path))).sort()) {
    const name = relative(base, path).replaceAll("\\", "/");
    if (leaveOut.some(prefix => name.startsWith(prefix))) continue;
    hash.update(`${name}\0`).update(createHash("sha256").update(readFileSync(path)).digest());
  }
  return hash.digest("hex");
}

function filesOf(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  return entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
}

export function isStamped(file: string, print: string): boolean {
  return existsSync(file) && readFileSync(file, "utf8") === print;
}
