import { mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "@/scripts/settings";

const manifest = join(".next", "server", "middleware-manifest.json");

/**
 * A folder in which the production build runs with a pass-through middleware: everything else is linked to the real
 * one.
 */
export function folderWithoutMiddleware(): string {
  const folder = mkdtempSync(join(tmpdir(), "lodge-without-middleware-"));
  mkdirSync(join(folder, ".next", "server"), { recursive: true });
  link(folder, ".", [".next", ".git", "test-results"]);
  link(folder, ".next", ["server"]);
  link(folder, join(".next", "server"), ["middleware-manifest.json"]);
  const built = JSON.parse(readFileSync(join(root, manifest), "utf8"));
  if (!built.middleware["/"]) throw new Error("The build has no middleware that could be left out.");
  writeFileSync(
    join(folder, manifest),
    JSON.stringify({ ...built, middleware: {}, functions: {}, sortedMiddleware: [] }),
  );
  return folder;
}

function link(folder: string, inside: string, but: string[]): void {
  for (const name of readdirSync(join(root, inside)))
    if (!but.includes(name)) symlinkSync(join(root, inside, name), join(folder, inside, name));
}
