import { describe, expect, it } from "vitest";
import { answersSchema } from "@/lib/catalog/answers";
import { describeAnswers, sayAnswer } from "@/lib/catalog/describe";
import type { Field } from "@/lib/catalog/fields";
import { describeMoment, keepZones, localTime, type Reader } from "@/lib/catalog/moments";
import { say } from "@/lib/messages/said";
import { translatorOf } from "@/lib/messages/translate";

const since: Field[] = [{ key: "since", label: "Since when?", kind: "date_time" }];
const typed = "2026-11-25T09:30";
const inNewYork = `${typed}[America/New_York]`;

function inWords(answer: string, reader?: Reader): string {
  const moment = describeMoment(answer, reader);
  return typeof moment === "string" ? moment : say(translatorOf("en"), moment);
}

describe("a time that somebody typed", () => {
  it("is kept as it was typed, with the zone of whoever typed it", () => {
    expect(answersSchema(since, "America/New_York").parse({ since: typed })).toEqual({ since: inNewYork });
    expect(localTime(inNewYork)).toBe(typed);
  });

  it("tells each reader what it says there, and what that is for them", () => {
    const reader = { timeZone: "Europe/Berlin", language: "en-GB" };
    const [line] = describeAnswers(since, { since: inNewYork }, reader);
    expect(line && sayAnswer(translatorOf("en"), line)).toEqual([
      "25 November 2026 at 09:30 (New York, UTC-05:00); for you 25 November 2026 at 15:30 (Berlin)",
    ]);
    expect(inWords(inNewYork)).toBe("25 November 2026 at 09:30 (New York, UTC-05:00)");
  });

  it("is said in the language of whatever says it, such as a mail, where nobody’s clock is known", () => {
    const [line] = describeAnswers(since, { since: inNewYork });
    expect(line && sayAnswer(translatorOf("ar"), line)[0]).toContain("25 نوفمبر 2026");
    expect(line && sayAnswer(translatorOf("de"), line)[0]).toContain("25. November 2026");
    const [old] = describeAnswers(since, { since: typed });
    expect(old && sayAnswer(translatorOf("ar"), old)[0]).toContain("25 نوفمبر 2026");
  });

  it("is said once where the reader's clocks show the same", () => {
    const reader = { timeZone: "America/Toronto", language: "en-GB" };
    expect(inWords(inNewYork, reader)).toBe("25 November 2026 at 09:30 (New York, UTC-05:00)");
  });

  it.each([
    ["2026-03-29T03:30[Europe/Berlin]", "UTC+02:00", "01:30"],
    ["2026-03-29T01:30[Europe/Berlin]", "UTC+01:00", "00:30"],
    ["2026-07-01T12:00[Asia/Kolkata]", "UTC+05:30", "06:30"],
  ])("knows the clocks of that day: %s", (answer, there, utc) => {
    expect(inWords(answer, { timeZone: "UTC", language: "en-GB" })).toMatch(
      new RegExp(`${there.replace("+", "\\+")}\\); for you .* ${utc}`),
    );
  });

  it("from before zones were kept is shown without one", () => {
    expect(inWords(typed, { timeZone: "Asia/Tokyo", language: "en-GB" })).toBe("25 November 2026 at 09:30");
  });

  it("keeps its zone when the rest of the request is corrected from elsewhere", () => {
    const given = { since: `${typed}[Asia/Tokyo]` };
    keepZones(since, { since: inNewYork }, given);
    expect(given.since).toBe(inNewYork);
    const changed = { since: "2026-11-25T10:00[Asia/Tokyo]" };
    keepZones(since, { since: inNewYork }, changed);
    expect(changed.since).toBe("2026-11-25T10:00[Asia/Tokyo]");
  });
});

describe("a date in an answer", () => {
  it("is the same day for everyone, in the language of whoever reads it", () => {
    const [line] = describeAnswers([{ key: "day", label: "Which day?", kind: "date" }], {
      day: "2026-12-02",
    });
    const said = (language: "en" | "de") => line && sayAnswer(translatorOf(language), line);
    expect(said("en")).toEqual(["2 December 2026"]);
    expect(said("de")).toEqual(["2. Dezember 2026"]);
  });
});
