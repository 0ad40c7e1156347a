import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { runNode } from "./child";
import { fingerprint, isStamped } from "./fingerprint";
import { exclusively } from "./postgres/locks";
import { Trouble } from "./progress";
import { root } from "./settings";

const stamp = join(root, ".next", "lodge-made-from");
const messages = join(root, "lib", "generated", "messages.ts");
const lock = join(root, ".lodge", "build");
const madeFrom = ["app", "components", "lib", "emails", "prisma", "public", join("scripts", "build.ts")];

/** Returns whether it built. Locks, because Next refuses parallel builds in one folder. */
export function buildIfChanged(): Promise<boolean> {
  mkdirSync(lock, { recursive: true });
  return exclusively(lock, build);
}

/** Whether the pages, and what is generated for them, are those of the present sources. */
export const isBuilt = (): boolean => existsSync(messages) && isStamped(stamp, sources());

async function build(): Promise<boolean> {
  const print = sources();
  if (isStamped(stamp, print)) return false;
  rmSync(stamp, { force: true });
  const { code, output } = await runNode([join("node_modules", "next", "dist", "bin", "next"), "build"], {
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
  });
  if (code !== 0) {
    if (/ENOSPC|No space left/i.test(output))
      throw new Trouble("The disk is full. Free some space and start again.");
    throw new Trouble(`The pages could not be built:\n${output}`);
  }
  dropPolyfills();
  shareChunks();
  writeFileSync(stamp, print);
  return true;
}

/**
 * Takes the script for browsers that know no modules out of all pages. Lodge supports none of them, and for this one
 * element Next starts React a second time for each page.
 */
function dropPolyfills(): void {
  const built = join(root, ".next");
  for (const name of globSync("**/build-manifest.json", { cwd: built })) {
    const file = join(built, name);
    const manifest = JSON.parse(readFileSync(file, "utf8"));
    writeFileSync(file, JSON.stringify({ ...manifest, polyfillFiles: [] }));
  }
}

/**
 * Next writes the same code once for each group of routes that needs it, up to nine times, and a server would keep all of
 * it in memory: 23 MB. Of files that are equal, all but the first load the first.
 */
function shareChunks(): void {
  const chunks = join(root, ".next", "server", "chunks");
  const firsts = new Map<string, string>();
  for (const name of globSync("**/*.js", { cwd: chunks }).toSorted()) {
    const code = readFileSync(join(chunks, name), "utf8").replace(/\n\/\/# sourceMappingURL=.*\n?$/, "");
    if (!code.startsWith("module.exports=[")) continue;
    const first = firsts.get(code);
    if (first === undefined) firsts.set(code, name);
    else
      writeFileSync(join(chunks, name), `module.exports=require(${JSON.stringify(pathTo(name, first))});\n`);
  }
}

/** From one file to another, as `require` has it. */
const pathTo = (from: string, to: string): string => {
  const path = relative(dirname(from), to).replaceAll("\\", "/");
  return path.startsWith(".") ? path : `./${path}`;
};

function sources(): string {
  const configuration = readdirSync(root).filter(
    name =>
      /\.(ts|mjs)$|^package-lock\.json$/.test(name) &&
      !/^next-env\.d\.ts$|^(vitest|playwright)\.config\./.test(name),
  );
  return fingerprint(root, [...madeFrom, ...configuration], ["lib/generated/", "prisma/migrations/"]);
}
