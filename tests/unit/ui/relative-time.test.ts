import { describe, expect, it, vi } from "vitest";
import { clockTime, dayNumber, exactTime, fullDay, relativeTime } from "@/components/ui/relative-time";
import type { Clock } from "@/lib/clock";
import { dateFormat } from "@/lib/formats";

const noon = "2026-11-24T12:00:00Z";
const clockOf = (language = "en-GB", timeZone = "UTC", now = noon): Clock => ({ now, timeZone, language });
const say = (at: string, clock = clockOf()) => relativeTime(new Date(at), clock);
/** Some languages put a narrow space before the hour's colon or the day's name. */
const spaced = (text: string) => text.replace(/\s/gu, " ");

describe("a moment in English", () => {
  it.each([
    ["2026-11-24T11:59:30Z", "just now"],
    ["2026-11-24T12:00:40Z", "just now"],
    ["2026-11-24T11:59:00Z", "1 minute ago"],
    ["2026-11-24T11:01:00Z", "59 minutes ago"],
    ["2026-11-24T11:00:00Z", "1 hour ago"],
    ["2026-11-24T00:00:00Z", "12 hours ago"],
    ["2026-11-23T23:59:00Z", "yesterday, 23:59"],
    ["2026-11-22T09:30:00Z", "Sunday 09:30"],
    ["2026-11-18T09:30:00Z", "Wednesday 09:30"],
    ["2026-11-17T09:30:00Z", "17 Nov"],
    ["2026-01-01T00:00:00Z", "1 Jan"],
    ["2025-12-31T23:59:00Z", "31 Dec 2025"],
  ])("%s is “%s”", (at, words) => {
    expect(say(at)).toBe(words);
  });

  it("that is still to come is told by its day", () => {
    expect(say("2026-11-24T18:00:00Z")).toBe("today, 18:00");
    expect(say("2026-11-25T18:00:00Z")).toBe("tomorrow, 18:00");
    expect(say("2026-11-27T18:00:00Z")).toBe("27 Nov");
    expect(say("2027-01-02T18:00:00Z")).toBe("2 Jan 2027");
  });

  it("that is none is nothing", () => {
    expect(say("soon")).toBe("");
    expect(exactTime(new Date("soon"), clockOf())).toBe("");
  });
});

describe("the same moment elsewhere", () => {
  it.each([
    ["Pacific/Kiritimati", "Monday 23:00"],
    ["Europe/Lisbon", "yesterday, 09:00"],
    ["America/New_York", "yesterday, 04:00"],
    ["Pacific/Honolulu", "Sunday 23:00"],
  ])("in %s is “%s”", (timeZone, words) => {
    expect(say("2026-11-23T09:00:00Z", clockOf("en-GB", timeZone))).toBe(words);
  });

  it("has the day of its reader's midnight, not of Greenwich's", () => {
    const late = new Date("2026-11-24T23:30:00Z");
    expect(fullDay(late, clockOf("en-GB", "UTC"))).toBe("24 November 2026");
    expect(fullDay(late, clockOf("en-GB", "Asia/Tokyo"))).toBe("25 November 2026");
    expect(dayNumber(late, clockOf("en-GB", "Asia/Tokyo"))).toBe(dayNumber(late, clockOf()) + 1);
  });

  it("keeps its day where a night has an hour more or less", () => {
    const berlin = clockOf("en-GB", "Europe/Berlin", "2026-10-25T11:00:00Z");
    expect(say("2026-10-24T22:30:00Z", berlin)).toBe("12 hours ago");
    expect(say("2026-10-24T21:30:00Z", berlin)).toBe("yesterday, 23:30");
    const spring = clockOf("en-GB", "Europe/Berlin", "2026-03-29T10:00:00Z");
    expect(say("2026-03-28T22:30:00Z", spring)).toBe("yesterday, 23:30");
  });

  it("changes the year where its reader has New Year", () => {
    const now = "2026-12-31T12:00:00Z";
    expect(say("2025-12-31T23:00:00Z", clockOf("en-GB", "UTC", now))).toBe("31 Dec 2025");
    expect(say("2025-12-31T23:00:00Z", clockOf("en-GB", "Asia/Tokyo", now))).toBe("1 Jan");
  });
});

describe("another language", () => {
  it.each([
    ["de", "vor 5 Minuten", "gestern, 09:30", "17. Nov.", "24. November 2026"],
    ["fr", "il y a 5 minutes", "hier, 09:30", "17 nov.", "24 novembre 2026"],
    ["pt-BR", "há 5 minutos", "ontem, 09:30", "17 de nov.", "24 de novembro de 2026"],
    ["en-US", "5 minutes ago", "yesterday, 9:30 AM", "Nov 17", "November 24, 2026"],
    ["ja", "5 分前", "昨日, 09:30", "11月17日", "2026年11月24日"],
    ["ru", "5 минут назад", "вчера, 09:30", "17 нояб.", "24 ноября 2026 г."],
  ])("%s has words of its own", (language, ago, yesterday, day, full) => {
    const clock = clockOf(language);
    expect(spaced(say("2026-11-24T11:55:00Z", clock))).toBe(ago);
    expect(spaced(say("2026-11-23T09:30:00Z", clock))).toBe(yesterday);
    expect(spaced(say("2026-11-17T09:30:00Z", clock))).toBe(day);
    expect(spaced(fullDay(new Date(noon), clock))).toBe(full);
  });

  it.each(["th", "fa", "ar"])("%s may count other years and write other digits", language => {
    const clock = clockOf(language);
    expect(say("2026-11-17T09:30:00Z", clock)).not.toBe("");
    expect(fullDay(new Date(noon), clock)).not.toBe(fullDay(new Date(noon), clockOf()));
  });

  it("tells the time of day alone where the day is said above, in the reader's zone and way", () => {
    const at = new Date("2026-11-24T22:05:00Z");
    expect(clockTime(at, clockOf())).toBe("22:05");
    expect(clockTime(at, clockOf("de", "Europe/Berlin"))).toBe("23:05");
    expect(spaced(clockTime(at, clockOf("en-US", "America/New_York")))).toBe("5:05 PM");
  });

  it("tells the exact time with its zone", () => {
    const at = new Date("2026-07-24T12:00:00Z");
    expect(exactTime(at, clockOf())).toBe("Friday, 24 July 2026 at 12:00 UTC");
    expect(exactTime(at, clockOf("de", "Europe/Berlin"))).toBe("Freitag, 24. Juli 2026 um 14:00 MESZ");
    expect(spaced(exactTime(at, clockOf("en-US", "America/New_York")))).toBe(
      "Friday, July 24, 2026 at 8:00 AM EDT",
    );
  });
});

it("formats a moment once, however often it is shown", () => {
  const clock = clockOf("en-GB", "Asia/Kathmandu");
  const format = vi.fn(() => "then");
  Object.defineProperty(dateFormat(clock, "exactWeekday"), "format", { value: format });
  expect(exactTime(new Date(noon), clock)).toBe("then");
  expect(exactTime(new Date(noon), clock)).toBe("then");
  expect(format).toHaveBeenCalledTimes(1);
  exactTime(new Date("2026-11-24T12:00:01Z"), clock);
  expect(format).toHaveBeenCalledTimes(2);
});
