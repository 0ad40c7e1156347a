import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { minutes } from "@/lib/clock";
import { db } from "@/lib/db";
import { sweep } from "@/lib/entry/jobs";
import { limits } from "@/lib/limits";
import { say } from "@/lib/messages/said";
import { translatorOf } from "@/lib/messages/translate";
import { waitOf as waitSaid } from "@/lib/messages/wait";
import { forget, giveBack, spend, sweepLimits, trySpending, waitOf } from "@/lib/rate-limit";
import { laterOn } from "../support/later-on";
import { expectRefusal } from "../support/refusal";
import { ownLimits, setSettings } from "../support/settings";

setSettings(ownLimits);

describe("a limit", () => {
  it("lets through as many as it says, at once too, and tells the others how long to wait", async () => {
    const who = randomUUID();
    const waits = await Promise.all(Array.from({ length: 30 }, () => trySpending("exportList", who)));
    expect(waits.filter(wait => wait === 0)).toHaveLength(20);
    for (const wait of waits.filter(wait => wait > 0)) {
      expect(wait).toBeGreaterThan(3_500);
      expect(wait).toBeLessThanOrEqual(3_600);
    }
    const refusal = await expectRefusal(spend("exportList", who), "too_many", /Please wait 60 minutes/);
    expect(refusal.seconds).toBeGreaterThan(3_500);
  });

  it("is one's own, and over when its window is", async () => {
    const who = randomUUID();
    await spend("raise", who, 60);
    await expectRefusal(spend("raise", who), "too_many");
    await spend("raise", randomUUID());
    await spend("write", who);
    await laterOn(minutes(61), () => spend("raise", who));
  });

  it("can be looked at, given back and forgotten", async () => {
    const who = randomUUID();
    expect(await waitOf("ownPassword", who)).toBe(0);
    await spend("ownPassword", who, 10);
    expect(await waitOf("ownPassword", who)).toBeGreaterThan(0);
    await giveBack("ownPassword", who);
    await spend("ownPassword", who);
    await expectRefusal(spend("ownPassword", who), "too_many");
    await forget("ownPassword", who);
    expect(await waitOf("ownPassword", who)).toBe(0);
  });

  it("leaves nothing in the database once its window is over and the sweep has come by", async () => {
    const keysOf = async () => (await db().rateLimit.findMany()).map(({ key }) => key);
    const others = await keysOf();
    await spend("search", randomUUID());
    const own = (await keysOf()).filter(key => !others.includes(key));
    expect(own).toHaveLength(1);
    await sweepLimits(new Date());
    expect(await keysOf()).toEqual(expect.arrayContaining(own));
    await sweep(new Date(Date.now() + minutes(24 * 60 + 1)));
    expect(await keysOf()).not.toContain(own[0]);
  });
});

describe("the limits that grow", () => {
  it("wait twice as long each time, up to their own most", async () => {
    for (const limit of Object.values(limits))
      if ("waits" in limit) expect(limit.waits.to).toBeLessThanOrEqual(15 * 60);
  });
});

describe("a wait in words", () => {
  it.each([
    [0.2, "1 second"],
    [10, "10 seconds"],
    [89, "89 seconds"],
    [90, "2 minutes"],
    [900, "15 minutes"],
    [3_600, "60 minutes"],
    [86_400, "24 hours"],
  ])("of %d seconds is %s", (seconds, words) =>
    expect(say(translatorOf("en"), waitSaid(seconds))).toBe(words),
  );
});
