import { describe, expect, it } from "vitest";
import { digestAt, gatherAt } from "@/lib/mail/rhythm";

const at = (text: string) => new Date(text);

describe("gathered news", () => {
  it("waits for three minutes of quiet, and ten at most after the first of it", () => {
    const first = at("2026-11-24T09:00:00Z");
    expect(gatherAt(first, first)).toEqual(at("2026-11-24T09:03:00Z"));
    expect(gatherAt(first, at("2026-11-24T09:05:00Z"))).toEqual(at("2026-11-24T09:08:00Z"));
    expect(gatherAt(first, at("2026-11-24T09:09:00Z"))).toEqual(at("2026-11-24T09:10:00Z"));
  });
});

describe("the daily digest", () => {
  it.each([
    ["in UTC, before eight", "2026-11-24T07:59:00Z", "UTC", "2026-11-24T08:00:00Z"],
    ["in UTC, at eight", "2026-11-24T08:00:00Z", "UTC", "2026-11-25T08:00:00Z"],
    ["far in the east", "2026-11-24T22:30:00Z", "Pacific/Auckland", "2026-11-25T19:00:00Z"],
    ["far in the west", "2026-11-24T17:00:00Z", "Pacific/Honolulu", "2026-11-24T18:00:00Z"],
    ["in a zone of half an hour", "2026-11-24T00:00:00Z", "Asia/Kolkata", "2026-11-24T02:30:00Z"],
    ["on the night that clocks go forward", "2026-03-28T20:00:00Z", "Europe/Berlin", "2026-03-29T06:00:00Z"],
    ["late before clocks go forward", "2026-03-28T22:30:00Z", "Europe/Berlin", "2026-03-29T06:00:00Z"],
    ["late before it, in the west", "2026-03-08T04:30:00Z", "America/New_York", "2026-03-08T12:00:00Z"],
    ["late before clocks go back", "2026-10-24T21:30:00Z", "Europe/Berlin", "2026-10-25T07:00:00Z"],
    ["on the night that clocks go back", "2026-10-24T20:00:00Z", "Europe/Berlin", "2026-10-25T07:00:00Z"],
    ["over the turn of the year", "2026-12-31T12:00:00Z", "America/New_York", "2026-12-31T13:00:00Z"],
  ])("comes at eight in the morning %s", (_, now, zone, due) => {
    expect(digestAt(at(now), zone)).toEqual(at(due));
  });
});
