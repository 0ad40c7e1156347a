import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { keep, root } from "@/scripts/settings";

export type Build = { name: string; folder: string };
export type Running = { url: string; pid: number; stop(): Promise<void> };

export const workingTree: Build = { name: "working tree", folder: root };

/** The desk in a folder, or at a commit, which is checked out once and kept. */
export function openBuild(refOrFolder: string): Build {
  const isFolder = statSync(refOrFolder, { throwIfNoEntry: false })?.isDirectory();
  const folder = isFolder ? resolve(refOrFolder) : checkOut(refOrFolder);
  installIn(folder);
  return { name: refOrFolder, folder };
}

function checkOut(ref: string): string {
  const git = (...args: string[]) => execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();
  const commit = git("rev-parse", "--verify", `${ref}^{commit}`);
  const folder = join(keep, "bench", commit.slice(0, 12));
  if (existsSync(join(folder, "package.json"))) return folder;
  mkdirSync(folder, { recursive: true });
  git("clone", "--quiet", "--shared", "--no-checkout", root, folder);
  git("-C", folder, "checkout", "--quiet", "--detach", commit);
  return folder;
}

/** Links the working tree's dependencies if the lock is the same, which takes a second instead of a minute. */
function installIn(folder: string): void {
  if (existsSync(join(folder, "node_modules"))) return;
  const lockIn = (place: string) => readFileSync(join(place, "package-lock.json"), "utf8");
  if (lockIn(folder) === lockIn(root)) execFileSync("cp", ["-al", join(root, "node_modules"), folder]);
  else
    execFileSync("npm", ["ci", "--include=dev"], { cwd: folder, env: cleanEnvironment(), stdio: "ignore" });
}

/** Drops the variables of the npm that runs this, which would redirect another npm to our folder. */
function cleanEnvironment(more: Record<string, string> = {}): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith("npm_"));
  return { ...Object.fromEntries(own), ...more } as NodeJS.ProcessEnv;
}

/** Migrates and fills a database with that build's code. Returns what `seed.ts` prints. */
export function seedWith<T>({ folder }: Build, databaseUrl: string): T {
  const env = cleanEnvironment({
    DATABASE_URL: databaseUrl,
    TSX_TSCONFIG_PATH: join(folder, "scripts", "tsconfig.json"),
  });
  execFileSync("npm", ["run", "db:prepare"], { cwd: folder, env, stdio: ["ignore", "ignore", "inherit"] });
  const printed = execFileSync(process.execPath, ["--import", "tsx", join(root, "bench", "seed.ts")], {
    cwd: folder,
    env,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  return JSON.parse(printed.trim().split("\n").at(-1) ?? "");
}

export async function start({ name, folder }: Build, databaseUrl: string, port: number): Promise<Running> {
  const url = `http://localhost:${port}`;
  const npm = spawn("npm", ["start"], {
    cwd: folder,
    env: cleanEnvironment({
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      HOST: "localhost",
      APP_URL: url,
      NEXTAUTH_URL: url,
    }),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(npm, "close");
  let printed = "";
  await new Promise<void>((resolve, reject) => {
    for (const stream of [npm.stdout, npm.stderr])
      stream.on("data", (chunk: Buffer) => {
        printed += chunk;
        if (printed.includes("Ctrl-C stops it.")) resolve();
      });
    npm.once("close", () => reject(new Error(`The desk of ${name} did not start:\n${printed}`)));
  });
  return {
    url,
    pid: npm.pid ?? 0,
    async stop() {
      npm.kill("SIGTERM");
      await ended;
    },
  };
}
