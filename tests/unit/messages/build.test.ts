import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { root } from "@/scripts/settings";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** The desk in a folder of its own, with what it is made of. */
function aCopy(): string {
  const folder = mkdtempSync(join(tmpdir(), "lodgetexts-"));
  folders.push(folder);
  for (const name of [
    "components",
    "lib",
    "prisma",
    "scripts",
    "package.json",
    "tsconfig.json",
    "prisma.config.ts",
  ])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  return folder;
}

/** What `npm run generate` runs, with which each build and start begins. */
const generate = (folder: string) =>
  new Promise<{ failed: boolean; said: string }>(done => {
    const tsx = join(root, "node_modules", "tsx", "dist", "cli.mjs");
    const options = ["--tsconfig", "scripts/tsconfig.json", "scripts/schema/generate.ts"];
    execFile(process.execPath, [tsx, ...options], { cwd: folder }, (error, stdout, stderr) =>
      done({ failed: error !== null, said: stdout + stderr }),
    );
  });

it("a broken file of texts stops what a desk is built of, says where, and leaves what was built before", async () => {
  const folder = aCopy();
  const made = join(folder, "lib", "generated", "messages.ts");
  const before = readFileSync(made, "utf8");
  const file = join(folder, "lib", "messages", "de", "help.json");
  const whole = readFileSync(file, "utf8");
  for (const [broken, where] of [
    [whole.slice(0, -20), /lib\/messages\/de\/help\.json is not valid JSON/],
    [whole.replace("{question}", "{frage}"), /The de message help\.none\.found has other placeholders/],
  ] as const) {
    writeFileSync(file, broken);
    const { failed, said } = await generate(folder);
    expect(failed).toBe(true);
    expect(said).toMatch(where);
    expect(readFileSync(made, "utf8")).toBe(before);
  }
  writeFileSync(file, whole);
  expect((await generate(folder)).said).not.toContain("✗");
}, 60_000);
