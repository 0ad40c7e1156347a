import { describe, expect, it } from "vitest";
import { snoozeTimes } from "@/lib/desk/snooze-times";

const times = (at: string, zone: string) =>
  Object.fromEntries(
    snoozeTimes(new Date(at), zone).map(({ preset, until }) => [preset, until.toISOString()]),
  );

describe("the times to snooze until", () => {
  it("are those of the agent's own days", () => {
    // A Thursday, 11:30 in Berlin.
    expect(times("2026-11-26T10:30:00Z", "Europe/Berlin")).toEqual({
      later_today: "2026-11-26T14:00:00.000Z",
      tomorrow: "2026-11-27T08:00:00.000Z",
      next_week: "2026-11-30T08:00:00.000Z",
    });
    expect(times("2026-11-26T10:30:00Z", "America/Los_Angeles").tomorrow).toBe("2026-11-27T17:00:00.000Z");
  });

  it("leave out later today when little is left of it", () => {
    expect(times("2026-11-26T20:30:00Z", "Europe/Berlin")).not.toHaveProperty("later_today");
    expect(times("2026-11-26T18:59:00Z", "Europe/Berlin").later_today).toBe("2026-11-26T22:00:00.000Z");
  });

  it("mean the Monday after by next week, on Sundays and Mondays too, and the morning after a change of clocks", () => {
    expect(times("2026-11-29T12:00:00Z", "UTC").next_week).toBe("2026-11-30T09:00:00.000Z");
    expect(times("2026-11-30T12:00:00Z", "UTC").next_week).toBe("2026-12-07T09:00:00.000Z");
    expect(times("2026-03-28T12:00:00Z", "Europe/Berlin").tomorrow).toBe("2026-03-29T07:00:00.000Z");
  });
});
