import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { exclusively, isUsed, register } from "@/scripts/postgres/locks";

let folder: string;
let lock: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lodge-lock-"));
  lock = join(folder, "lock");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("the lock of a folder", () => {
  it("is there with its owner while the work goes on, and nothing of it after", async () => {
    await exclusively(folder, async () => {
      expect(readFileSync(lock, "utf8")).toMatch(new RegExp(`^${process.pid} \\d+`));
      expect(readdirSync(folder)).toEqual(["lock"]);
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it("lets one in at a time, and the next one also after a failure", async () => {
    let inside = 0;
    const work = async (fails: boolean) =>
      exclusively(folder, async () => {
        expect(++inside).toBe(1);
        await new Promise(resolve => setImmediate(resolve));
        inside--;
        if (fails) throw new Error("failed");
      });
    const outcomes = await Promise.allSettled([work(true), work(false), work(true)]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected", "rejected"]);
    expect(existsSync(lock)).toBe(false);
  });

  it("is taken over from a process that died", async () => {
    writeFileSync(lock, "999999999 1");
    expect(await exclusively(folder, async () => "in")).toBe("in");
  });

  it("is taken over when it is empty, as a former release left it on a full disk", async () => {
    writeFileSync(lock, "");
    utimesSync(lock, new Date(0), new Date(0));
    expect(await exclusively(folder, async () => "in")).toBe("in");
  });
});

describe("the users of a folder", () => {
  it("are those whose process lives", () => {
    expect(isUsed(folder)).toBe(false);
    const withdraw = register(folder);
    expect(isUsed(folder)).toBe(true);
    withdraw();
    expect(isUsed(folder)).toBe(false);
    writeFileSync(join(folder, "users", "999999999-0"), "1");
    writeFileSync(join(folder, "users", `${process.pid}-9`), "");
    expect(isUsed(folder)).toBe(false);
    expect(readdirSync(join(folder, "users"))).toEqual([]);
  });
});
