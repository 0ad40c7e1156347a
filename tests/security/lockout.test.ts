import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { deviceDays, newDevice } from "@/lib/accounts/devices";
import { authenticate } from "@/lib/accounts/sessions";
import { before, days } from "@/lib/clock";
import { verifyPassword } from "@/lib/crypto";
import { db } from "@/lib/db";
import { aCustomer, anAdmin } from "../support/factories";
import { at, laterOn } from "../support/later-on";
import { aDeviceOf, aNetwork, flood, password, tryLogIn } from "../support/log-in";
import { expectRefusal } from "../support/refusal";
import { ownLimits, setSettings } from "../support/settings";

setSettings(ownLimits);

const blocked = "too_many";

/** What somebody is told who has to wait. */
const refusalOf = (email: string, network: string, devices: string[] = []) =>
  expectRefusal(authenticate({ email, password }, { network, devices }), "too_many");

describe("a stranger who floods an account with wrong passwords", () => {
  it("is slowed down, and keeps nobody out who comes from elsewhere", async () => {
    const owner = await anAdmin({ password });
    const network = aNetwork();
    const ends = await flood(owner, 12, network);
    expect(ends.slice(0, 5)).toEqual(Array(5).fill("invalid"));
    expect(ends.at(-1)).toBe(blocked);
    expect(await tryLogIn(owner)).toBe(owner.id);
  });

  it("keeps nobody out whose browser has logged in before, wherever the flood comes from", async () => {
    const owner = await aCustomer({ password });
    const devices = aDeviceOf(owner);
    const office = aNetwork();
    await flood(owner, 45);
    await flood(owner, 10, office);
    expect(await tryLogIn(owner)).toBe(blocked);
    expect(await tryLogIn(owner, { from: office })).toBe(blocked);
    for (let visits = 0; visits < 3; visits++)
      expect(await tryLogIn(owner, { from: office, devices })).toBe(owner.id);
  });

  it("does not tell by it whether the address has an account", async () => {
    const [from, elsewhere] = [aNetwork(), aNetwork()];
    const known = await flood(await aCustomer({ password }), 8, from);
    expect(await flood({ email: `nobody-${randomUUID()}@people.test` }, 8, elsewhere)).toEqual(known);
  });

  it("waits longer each time, a quarter of an hour at most, and not longer by knocking while it has to wait", async () => {
    const owner = await aCustomer({ password });
    const network = aNetwork();
    const waits: number[] = [];
    let now = Date.now();
    await at(now, () => flood(owner, 6, network));
    for (let round = 0; round < 10; round++) {
      const { seconds = 0 } = await at(now, async () => {
        await flood(owner, 3, network);
        return refusalOf(owner.email, network);
      });
      waits.push(seconds);
      now += (seconds + 1) * 1_000;
      expect(await at(now, () => tryLogIn(owner, { from: network, with: "Wrong 1!" }))).toBe("invalid");
    }
    expect(waits).toEqual([10, 20, 40, 80, 160, 320, 640, 900, 900, 900]);
  });
});

describe("whoever has to wait", () => {
  it("is told how long beside the password, and offered a link by mail instead", async () => {
    const owner = await aCustomer({ password });
    const network = aNetwork();
    const { fields, message } = await laterOn(0, async () => {
      await flood(owner, 6, network);
      return refusalOf(owner.email, network);
    });
    expect(message).toBe("There were many wrong log-ins for this address.");
    expect(fields.password).toEqual(["Please wait 10 seconds, then enter your password once more."]);
    expect(fields.link?.[0]).toMatch(/email you a link/);
  });

  it("starts again with a full count after a log-in that went well", async () => {
    const owner = await aCustomer({ password });
    const network = aNetwork();
    await flood(owner, 4, network);
    expect(await tryLogIn(owner, { from: network })).toBe(owner.id);
    expect(await flood(owner, 5, network)).toEqual(Array(5).fill("invalid"));
  });

  it("is counted in the database under a digest, so that neither a restart forgets nor a copy tells of whom", async () => {
    const owner = await aCustomer({ password });
    await db().rateLimit.deleteMany();
    await flood(owner, 1, "203.0.113.7");
    const kept = JSON.stringify(await db().rateLimit.findMany({ select: { key: true } }));
    expect(kept).toContain("logInByStranger:");
    expect(kept).not.toMatch(/203\.0\.113|people\.test/);
  });

  it("is not counted where the desk was too busy to look at the password", async () => {
    const owner = await aCustomer({ password });
    const from = aNetwork();
    let isOver = false;
    // One at work and forty waiting, each of whom comes back at once.
    const crowd = Array.from({ length: 41 }, async () => {
      while (!isOver) await verifyPassword(null, "Wrong 1!");
    });
    expect(await flood(owner, 3, from)).toEqual(Array(3).fill(blocked));
    isOver = true;
    await Promise.all(crowd);
    expect(await flood(owner, 5, from)).toEqual(Array(5).fill("invalid"));
  });

  it("is let through no more often by sending all tries at once", async () => {
    const owner = await aCustomer({ password });
    const from = aNetwork();
    const ends = await Promise.all(
      Array.from({ length: 20 }, () => tryLogIn(owner, { from, with: "Wrong 1!" })),
    );
    expect(ends.filter(end => end === "invalid").length).toBeLessThanOrEqual(6);
    expect(ends.filter(end => end === blocked).length).toBeGreaterThanOrEqual(14);
  });
});

describe("the proof that a browser has logged in before", () => {
  it("is nothing for another account, nothing when it was changed, and nothing after a year", async () => {
    const owner = await aCustomer({ password });
    const attacker = await aCustomer({ password });
    await flood(owner, 45);
    const [proof = ""] = aDeviceOf(owner);
    const useless = [
      aDeviceOf(attacker),
      [`${proof.slice(0, -1)}${proof.endsWith("A") ? "B" : "A"}`],
      [proof.replace(/^./, first => (first === "a" ? "b" : "a"))],
      [newDevice(owner.id, before(new Date(), days(deviceDays)))],
      ["", "~", "a.b.c", "x".repeat(10_000)],
    ];
    for (const devices of useless) expect(await tryLogIn(owner, { devices })).toBe(blocked);
    expect(await tryLogIn(owner, { devices: [proof] })).toBe(owner.id);
  });

  it("lets whoever has copied it guess ten times before they wait, and takes no chance from other browsers", async () => {
    const owner = await aCustomer({ password });
    const stolen = aDeviceOf(owner);
    const ends: string[] = [];
    for (let tries = 0; tries < 13; tries++)
      ends.push(await tryLogIn(owner, { with: "Wrong 1!", devices: stolen }));
    expect(ends.slice(0, 10)).toEqual(Array(10).fill("invalid"));
    expect(ends.at(-1)).toBe(blocked);
    expect((await refusalOf(owner.email, aNetwork(), stolen)).fields.link).toBeUndefined();
    expect(await tryLogIn(owner, { devices: aDeviceOf(owner) })).toBe(owner.id);
    expect(await tryLogIn(owner)).toBe(owner.id);
  });

  it("does not say whose it is", async () => {
    const owner = await aCustomer({ password });
    expect(aDeviceOf(owner).join()).not.toContain(owner.id);
  });
});
