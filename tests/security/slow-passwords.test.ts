import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { describe, expect, it } from "vitest";
import { Judge, tooSlow } from "@/lib/accounts/judge";
import { passwordProblem } from "@/lib/accounts/password-check";
import { prepareSignUp } from "@/lib/accounts/sign-up";
import { hashPassword, verifyPassword } from "@/lib/crypto";
import { trySpending } from "@/lib/rate-limit";
import { isTooMany } from "@/lib/refusal";
import { root } from "@/scripts/settings";
import { laterOn } from "../support/later-on";
import { aNetwork } from "../support/log-in";
import { expectRefusal } from "../support/refusal";
import { ownLimits, setSettings } from "../support/settings";

setSettings(ownLimits);

const hanging = join(root, "tests", "support", "hanging-worker.ts");
/** Made of dictionary words with digits for letters, which are what takes longest to judge. */
const worst = `!A${"p4ssw0rdm0nk3ydr4g0nl3tt3rm4st3rb4s3b4ll".repeat(5)}`.slice(0, 198);

const fates = async (outcomes: Promise<unknown>[]) => {
  const settled = await Promise.allSettled(outcomes);
  const refused = settled.filter(one => one.status === "rejected").map(one => one.reason);
  expect(refused.every(isTooMany)).toBe(true);
  return { done: settled.length - refused.length, refused: refused.length };
};

describe("the password that takes longest to judge", () => {
  it("never holds the event loop, while other work goes on", async () => {
    await passwordProblem("Harbour-lamp 27 quietly!", []);
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const began = performance.now();
    await Promise.all(Array.from({ length: 5 }, () => passwordProblem(worst, ["Ada Okafor"])));
    const took = performance.now() - began;
    delay.disable();
    // On the main thread the loop would be held for nearly all of that time.
    expect(delay.max / 1e6).toBeLessThan(took / 2);
  });

  it("is judged by a beginning whose length is bounded, so that its length costs nothing", async () => {
    expect(await passwordProblem(worst, [])).toBe(await passwordProblem(worst.slice(0, 60), []));
  });

  it("sent thirty times at once waits in a line of ten; the others are asked to come back", async () => {
    expect(await fates(Array.from({ length: 30 }, () => passwordProblem(worst, [])))).toEqual({
      done: 11,
      refused: 19,
    });
  });
});

describe("whoever has had many new passwords judged from one network", () => {
  it("has to wait before the next is looked at, while other networks go on", async () => {
    const network = aNetwork();
    const signUp = (from: string) =>
      prepareSignUp({ name: "Vera Lind", email: "vera@people.test", password: "Password-1234" }, from);
    await expectRefusal(signUp(network), "invalid");
    await trySpending("newPassword", network, 200);
    await expectRefusal(signUp(network), "too_many", /Please wait/);
    await expectRefusal(signUp(aNetwork()), "invalid");
    await laterOn(61_000, () => expectRefusal(signUp(network), "invalid"));
  });
});

describe("a thread that judges passwords", () => {
  it("and hangs is replaced: its password is refused in a sentence, the next one is judged", async () => {
    const judge = new Judge(hanging, { start: 30_000, judge: 300 });
    expect(await judge.judge("good", [])).toBeNull();
    const [hung, next] = await Promise.all([judge.judge("hangs", []), judge.judge("good", [])]);
    expect(hung).toBe(tooSlow);
    expect(next).toBeNull();
  });

  it("and dies is replaced in the same way, and takes nothing along", async () => {
    const judge = new Judge(hanging);
    expect(await judge.judge("dies", [])).toBe(tooSlow);
    expect(await judge.judge("good", [])).toBeNull();
  });

  it("and cannot be started is an error of ours, told once more each time", async () => {
    const judge = new Judge(join(root, "tests", "support", "no-such-file.ts"));
    for (let count = 0; count < 2; count++)
      await expect(judge.judge("good", [])).rejects.toThrow(/No thread could be started/);
  });
});

describe("a flood of log-ins", () => {
  const right = "Harbour-lamp 27 quietly!";

  it("hashes one password at a time and lets forty wait; the others are told that the desk is busy", async () => {
    const stored = await hashPassword(right);
    const tries = Array.from({ length: 50 }, () => verifyPassword(stored, "Wrong-lamp 27 quietly!"));
    expect(await fates(tries)).toEqual({ done: 41, refused: 9 });
    expect(await verifyPassword(stored, right)).toBe(true);
  });

  it("keeps nobody waiting whom the desk knows", async () => {
    const stored = await hashPassword(right);
    let done = 0;
    const tries = Array.from({ length: 41 }, () =>
      verifyPassword(stored, "Wrong-lamp 27 quietly!").then(() => ++done),
    );
    expect(await verifyPassword(stored, right, "known")).toBe(true);
    expect(done).toBeLessThan(20);
    await Promise.all(tries);
  });
});
