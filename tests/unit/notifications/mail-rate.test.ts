import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawFrom } from "@/lib/notifications/mail-rate";
import { nextTryAt, patienceMs } from "@/lib/notifications/retry";

const start = new Date("2026-11-24T09:00:00Z");
const at = (milliseconds: number) => new Date(start.getTime() + milliseconds);

describe("the stream of mails", () => {
  it("never carries more in any time than its rate and one bucket allow", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.2, max: 50, noNaN: true }),
        fc.array(fc.nat(900), { maxLength: 200 }),
        (perSecond, gaps) => {
          let bucket = { perSecond, tokens: perSecond, filledAt: start, pausedUntil: null };
          let passed = 0;
          let left = 0;
          for (const gap of gaps) {
            passed += gap;
            const { waitMs, tokens } = drawFrom(bucket, at(passed));
            if (waitMs === 0) left++;
            bucket = { ...bucket, tokens, filledAt: at(passed) };
          }
          expect(left).toBeLessThanOrEqual(Math.max(perSecond, 1) + (passed / 1_000) * perSecond + 1e-6);
        },
      ),
    );
  });

  it("lets a mail go that has waited as long as instructed to", () => {
    const empty = { perSecond: 2, tokens: 0, filledAt: start, pausedUntil: null };
    const { waitMs, tokens } = drawFrom(empty, start);
    expect(waitMs).toBe(500);
    expect(drawFrom({ ...empty, tokens }, at(waitMs)).waitMs).toBe(0);
  });

  it("stands still while it is paused", () => {
    const paused = { perSecond: 2, tokens: 2, filledAt: start, pausedUntil: at(60_000) };
    expect(drawFrom(paused, start).waitMs).toBe(60_000);
    expect(drawFrom(paused, at(60_000)).waitMs).toBe(0);
  });
});

describe("the pauses between tries", () => {
  const from = (attempts: number, chance: number, waitMs = 0) =>
    nextTryAt({ attempts, firstTryAt: start }, start, waitMs, chance);

  it("grow, and are spread by a fifth", () => {
    const pauses = [1, 2, 3, 4, 5, 6, 7, 8, 9].map(
      attempts => (from(attempts, 0.5)?.getTime() ?? 0) - start.getTime(),
    );
    expect(pauses).toEqual(pauses.toSorted((one, other) => one - other));
    expect(from(4, 0)).toEqual(at(8 * 60_000));
    expect(from(4, 1)).toEqual(at(12 * 60_000));
  });

  it("are never shorter than the mail server asked for", () => {
    expect(from(1, 0.5, 90_000)).toEqual(at(90_000));
  });

  it("end before the provider forgets that it has seen the mail", () => {
    expect(from(10, 0.5)).toBeNull();
    expect(nextTryAt({ attempts: 9, firstTryAt: at(-patienceMs) }, start, 0, 0)).toBeNull();
  });
});
