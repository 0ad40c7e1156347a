import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { keep, root } from "@/scripts/settings";
import type { Seed } from "./passwords";
import { cleanEnvironment, type Running, startNode } from "./servers";

export type Build = { name: string; folder: string };

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

/** Migrates a database and fills it with that many requests by that build's code. */
export function seedWith({ folder }: Build, databaseUrl: string, requests: number): Seed {
  const env = cleanEnvironment({
    DATABASE_URL: databaseUrl,
    TSX_TSCONFIG_PATH: join(folder, "scripts", "tsconfig.json"),
  });
  execFileSync("npm", ["run", "db:prepare"], { cwd: folder, env, stdio: ["ignore", "ignore", "inherit"] });
  const args = ["--import", "tsx", join(root, "bench", "seed.ts"), String(requests)];
  const printed = execFileSync(process.execPath, args, {
    cwd: folder,
    env,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  return JSON.parse(printed.trim().split("\n").at(-1) ?? "");
}

/** Starts it as operators do, which builds it if need be. */
export const start = (build: Build, databaseUrl: string, port: number): Promise<Running> =>
  startDesk(build, databaseUrl, port, ["scripts/start.mjs"]);

/**
 * Starts a desk that is built, without what stands around it.
 * @param record the file to which its recorder writes
 */
export function startRecorded(
  build: Build,
  databaseUrl: string,
  port: number,
  record: string,
): Promise<Running> {
  const args = ["--expose-gc", "--import", join(root, "bench", "recorder.mjs"), "scripts/web.mjs"];
  return startDesk(build, databaseUrl, port, args, { BENCH_RECORD: record });
}

function startDesk(
  { name, folder }: Build,
  databaseUrl: string,
  port: number,
  args: string[],
  more: Record<string, string> = {},
): Promise<Running> {
  const url = `http://localhost:${port}`;
  const env = cleanEnvironment({
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    HOST: "localhost",
    APP_URL: url,
    NEXTAUTH_URL: url,
    NODE_ENV: "production",
    ...more,
  });
  return startNode({ name, args, folder, env, port });
}
