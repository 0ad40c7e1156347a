import { describe, expect, it } from "vitest";
import { makeTurns, type Turn } from "@/lib/process/turns";

const began = (turn: Turn | null) =>
  turn && Promise.race([turn.mine.then(() => true), Promise.resolve(false)]);

describe("turns", () => {
  it("begin in order, as many at once as may be, and for each key by itself", async () => {
    const turns = makeTurns(2, 5);
    const [a, b, c, d] = Array.from({ length: 4 }, () => turns.take("ada"));
    const other = turns.take("minh");
    await other?.mine;
    await Promise.all([a?.mine, b?.mine]);
    expect(await began(c ?? null)).toBe(false);
    a?.leave();
    await c?.mine;
    expect(await began(d ?? null)).toBe(false);
  });

  it("are refused when the line is full, and given again once somebody leaves it", () => {
    const turns = makeTurns(1, 1);
    const first = turns.take("ada");
    const second = turns.take("ada");
    expect(turns.take("ada")).toBeNull();
    second?.leave();
    expect(turns.take("ada")).not.toBeNull();
    first?.leave();
  });

  it("are not lost when one leaves twice, or leaves the line before it begins", async () => {
    const turns = makeTurns(1, 5);
    const first = turns.take("ada");
    const second = turns.take("ada");
    const third = turns.take("ada");
    second?.leave();
    first?.leave();
    first?.leave();
    await third?.mine;
    const fourth = turns.take("ada");
    expect(await began(fourth)).toBe(false);
    third?.leave();
    await fourth?.mine;
  });

  it("count by weight, and let what is heavier than all go alone", async () => {
    const turns = makeTurns(10, 5);
    const heavy = turns.take("all", 25);
    const light = turns.take("all", 1);
    await heavy?.mine;
    expect(await began(light)).toBe(false);
    heavy?.leave();
    await light?.mine;
    await turns.take("all", 9)?.mine;
    expect(await began(turns.take("all", 1))).toBe(false);
  });
});
