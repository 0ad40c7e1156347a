import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { aCustomer } from "../support/factories";
import { laterOn } from "../support/later-on";
import { aDeviceOf, aNetwork, flood, password, tryLogIn } from "../support/log-in";
import { ownLimits, setSettings } from "../support/settings";

setSettings(ownLimits);

beforeEach(() => db().rateLimit.deleteMany());

const aStranger = () => ({ email: `stranger-${randomUUID()}@people.test` });

async function spray(count: number, way: { from?: string; with?: string }): Promise<string[]> {
  const ends: string[] = [];
  for (let tries = 0; tries < count; tries++)
    ends.push(await tryLogIn(aStranger(), { with: `Wrong ${randomUUID()}`, ...way }));
  return ends;
}

describe("sixty addresses tried from one network", () => {
  it("meet a limit, and each further try has to wait, a minute at most", async () => {
    const from = aNetwork();
    const colleague = await aCustomer({ password });
    await laterOn(0, async () => {
      expect(await spray(60, { from })).toEqual([
        ...Array(41).fill("invalid"),
        ...Array(19).fill("too_many"),
      ]);
      // Waiting for the network costs none of one's own tries.
      expect(await flood(colleague, 8, from)).toEqual(Array(8).fill("too_many"));
    });
    expect(await tryLogIn(colleague, { from, devices: aDeviceOf(colleague) })).toBe(colleague.id);
    expect(await laterOn(61_000, () => tryLogIn(colleague, { from, with: "Wrong 1!" }))).toBe("invalid");
    expect(await laterOn(122_000, () => tryLogIn(colleague, { from }))).toBe(colleague.id);
    expect(await tryLogIn(colleague)).toBe(colleague.id);
  });
});

describe("an office of two hundred behind one address", () => {
  it("logs in without waiting, although some mistype", async () => {
    const from = aNetwork();
    const staff = await Promise.all(Array.from({ length: 10 }, () => aCustomer({ password })));
    for (let visits = 0; visits < 60; visits++) {
      const person = staff[visits % staff.length] ?? aStranger();
      if (visits % 10 === 0) expect(await flood(person, 1, from)).toEqual(["invalid"]);
      expect(await tryLogIn(person, { from })).toMatch(/^[0-9a-f-]{36}$/);
    }
  });
});

describe("one password tried at many addresses from as many networks", () => {
  it("is let through at twenty, and then nowhere without a known browser", async () => {
    const common = `Summer 2026! ${randomUUID()}`;
    const ends = await spray(25, { with: common });
    expect(ends).toEqual([...Array(20).fill("invalid"), ...Array(5).fill("too_many")]);
    const victim = await aCustomer({ password: common });
    expect(await tryLogIn(victim, { with: common })).toBe("too_many");
    expect(await tryLogIn(victim, { with: common, devices: aDeviceOf(victim) })).toBe(victim.id);
    expect(await tryLogIn(await aCustomer({ password }))).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("is not the same as one person making the same mistake again and again", async () => {
    const mistake = `Wrong ${randomUUID()}`;
    for (let count = 0; count < 6; count++) {
      const person = await aCustomer({ password });
      for (let tries = 0; tries < 4; tries++) await tryLogIn(person, { with: mistake });
    }
    expect(await tryLogIn(aStranger(), { with: mistake })).toBe("invalid");
  });
});
