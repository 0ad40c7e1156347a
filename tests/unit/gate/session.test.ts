import { randomBytes, randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import { beforeEach, describe, expect, it } from "vitest";
import { sessionOf, signedSession } from "@/lib/gate/session";
import { perProcess } from "@/lib/process/per-process";
import { laterOn } from "../../support/later-on";
import { settingsInUse } from "../../support/settings";

const secret = settingsInUse().NEXTAUTH_SECRET;
const kept = () => perProcess("tokens of sessions", () => new Map<string, { id: string; until: number }>());
const aToken = (sid: string | undefined, { maxAge = 60, by = secret } = {}) =>
  encode({ token: { sid }, secret: by, maxAge });

beforeEach(() => kept().clear());

describe("the session that a token names", () => {
  it("is asked of the token once, and is the same from then on", async () => {
    const id = randomUUID();
    const token = await aToken(id);
    expect([await sessionOf(token), await sessionOf(token)]).toEqual([id, id]);
    expect([...kept().values()].map(one => one.id)).toEqual([id]);
    const cookie = `other=1; lodge-session=${token}`;
    expect(await signedSession({ headers: { cookie } } as never)).toBe(id);
    expect(kept().size).toBe(1);
  });

  it("is not told from memory once the token has expired", async () => {
    const token = await aToken(randomUUID(), { maxAge: 60 });
    expect(await sessionOf(token)).not.toBeNull();
    // jose bears with clocks that are up to 15 seconds off.
    expect(await laterOn(80_000, () => sessionOf(token))).toBeNull();
    const old = await aToken(randomUUID(), { maxAge: -60 });
    expect(await sessionOf(old)).toBeNull();
  });

  it("is that of this very token: another one's, a changed one and one under another secret are nobody's", async () => {
    const id = randomUUID();
    const token = await aToken(id);
    await sessionOf(token);
    const parts = token.split(".");
    for (const [at, part] of parts.entries()) {
      const changed = parts.with(at, (part.startsWith("A") ? "B" : "A") + part.slice(1)).join(".");
      expect(await sessionOf(changed), `part ${at}`).toBeNull();
    }
    const foreign = await aToken(id, { by: randomBytes(32).toString("hex") });
    expect(await sessionOf(foreign)).toBeNull();
  });
});

describe("what is kept of tokens", () => {
  it("is nothing of those that are not ours", async () => {
    const token = await aToken(randomUUID());
    for (const garbage of [
      "x",
      "a.b.c.d.e",
      token.slice(0, -1),
      `${token}x`.padEnd(5_000, "x"),
      await aToken(undefined),
      await aToken(randomUUID(), { by: randomBytes(32).toString("hex") }),
    ])
      expect(await sessionOf(garbage), garbage).toBeNull();
    expect(kept().size).toBe(0);
  });

  it("is neither a token nor more than a few thousand of them, of which the oldest goes first", async () => {
    for (let count = 0; count < 5_000; count++) kept().set(`${count}`, { id: randomUUID(), until: Infinity });
    const token = await aToken(randomUUID());
    await sessionOf(token);
    expect(kept().size).toBe(5_000);
    expect(kept().has("0")).toBe(false);
    expect(kept().has("1")).toBe(true);
    expect([...kept().keys()].some(key => token.includes(key) && key.length > 10)).toBe(false);
  });
});
