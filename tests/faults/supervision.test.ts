import { execFileSync } from "node:child_process";
import { appendFileSync, existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { buildIfChanged } from "@/scripts/build";
import {
  descendantsOf,
  deskFolder,
  isAlive,
  npmStart,
  postmasterIn,
  type Started,
} from "../support/npm-start";
import { until } from "./world";

let folder: string;
let desk: Started;

const health = (url: string) => fetch(`${url}/api/health`).then(({ status }) => status);
const isOpen = (url: string) =>
  fetch(url).then(
    () => true,
    () => false,
  );

async function start(): Promise<Started> {
  desk = await npmStart(folder);
  await desk.open;
  return desk;
}

/** Waits until nothing of what `npm start` has started is left, and nobody listens on its port. */
async function nothingIsLeft(processes: number[], url: string): Promise<void> {
  await until(
    async () => processes.filter(isAlive),
    left => left.length === 0,
  );
  expect(postmasterIn(folder)).toBeUndefined();
  expect(existsSync(join(folder, "database", "lock"))).toBe(false);
  expect(await isOpen(url)).toBe(false);
}

const processesOf = ({ npm }: Started) => {
  const pid = npm.pid ?? 0;
  return [pid, ...descendantsOf(pid), postmasterIn(folder) ?? 0];
};

beforeAll(async () => {
  await buildIfChanged();
}, 180_000);

afterEach(async () => {
  desk.npm.kill("SIGTERM");
  await desk.ended;
  await until(
    async () => postmasterIn(folder),
    pid => pid === undefined,
  );
});

describe("npm start", () => {
  beforeAll(() => {
    folder = deskFolder();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("starts its database again after it was killed, and pages come back", async () => {
    const { url, printed } = await start();
    expect(await health(url)).toBe(200);
    const before = postmasterIn(folder) ?? 0;
    process.kill(before, "SIGKILL");
    await until(
      async () => postmasterIn(folder),
      pid => pid !== undefined && pid !== before,
    );
    // Health is answered from before for two seconds, so it says nothing yet.
    await until(
      async () => (await fetch(`${url}/sign-in`)).status,
      status => status === 200,
    );
    expect(printed()).toMatch(/The embedded database stopped unexpectedly and is being restarted.\n/);
    await until(
      async () => printed(),
      text => text.includes("The embedded database is back.\n"),
    );
    expect(printed()).not.toMatch(/^\s+at .*scripts/m);
  }, 300_000);

  it("leaves nothing behind when npm is killed", async () => {
    const { npm, url } = await start();
    const processes = processesOf(desk);
    expect(processes.length).toBeGreaterThan(3);
    npm.kill("SIGKILL");
    await nothingIsLeft(processes, url);
  }, 300_000);

  it("leaves nothing behind when the shell between npm and the desk is killed", async () => {
    const { npm, url } = await start();
    const processes = processesOf(desk);
    const [shell = 0] = descendantsOf(npm.pid ?? 0);
    process.kill(shell, "SIGKILL");
    await nothingIsLeft(processes, url);
  }, 300_000);
});

/** A disk of its own, where this user may make one. */
function mountDisk(at: string): boolean {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=200m,mode=711", "tmpfs", at], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const own = deskFolder();
const isMounted = mountDisk(own);
afterAll(() => {
  if (isMounted) execFileSync("umount", ["-l", own]);
  rmSync(own, { recursive: true, force: true });
});

describe.skipIf(!isMounted)("on a disk that is full", () => {
  const filling = () => join(folder, "filling");

  /** Writes until nothing more can be written. */
  function fill(): void {
    const write = () => {
      for (;;) appendFileSync(filling(), Buffer.alloc(65_536));
    };
    expect(write).toThrow(/ENOSPC/);
  }

  beforeAll(() => {
    folder = own;
  });

  it("the desk says that it cannot write, ends and refuses to start without leaving anything, and starts once there is space", async () => {
    const first = await start();
    expect(await health(first.url)).toBe(200);
    fill();
    await until(
      () => health(first.url),
      status => status === 503,
    );
    const processes = processesOf(first);
    first.npm.kill("SIGTERM");
    await nothingIsLeft(processes, first.url);

    fill();
    const second = await npmStart(folder);
    desk = second;
    expect(await second.ended).not.toBe(0);
    expect(second.printed()).toMatch(/✗ .*disk is full. Free some space and start again/);
    expect(second.printed()).not.toMatch(/^\s+at /m);
    await nothingIsLeft([], second.url);

    rmSync(filling());
    const third = await start();
    expect(await health(third.url)).toBe(200);
    expect(readFileSync(join(folder, "port"), "utf8")).toContain(new URL(third.url).port);
  }, 600_000);
});
