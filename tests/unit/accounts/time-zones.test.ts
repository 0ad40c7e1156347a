import { describe, expect, it } from "vitest";
import { languageTags } from "@/lib/accounts/language-tags";
import { languageChoices } from "@/lib/accounts/languages";
import { readTimeZone, zoneRegions } from "@/lib/accounts/time-zones";
import { languageOf } from "@/lib/messages/languages";

const labelOf = (zone: string, at = new Date("2026-11-24T12:00:00Z")) =>
  zoneRegions(at)
    .flatMap(({ options }) => options)
    .find(({ value }) => value === zone)?.label;

describe("the list of time zones", () => {
  it("names each place with the offset it has now", () => {
    expect(labelOf("UTC")).toBe("UTC");
    expect(labelOf("Europe/Lisbon")).toBe("Lisbon (UTC+00:00)");
    expect(labelOf("Europe/Lisbon", new Date("2026-07-24T12:00:00Z"))).toBe("Lisbon (UTC+01:00)");
    expect(labelOf("America/Argentina/Salta")).toBe("Salta, Argentina (UTC-03:00)");
    expect(labelOf(readTimeZone("Asia/Kolkata") ?? "")).toBe("Kolkata (UTC+05:30)");
    expect(labelOf(readTimeZone("Europe/Kyiv") ?? "")).toBe("Kyiv (UTC+02:00)");
  });

  it("groups them by region, each zone once and each one we take", () => {
    const regions = zoneRegions(new Date());
    expect(regions.map(({ region }) => region)).toEqual(
      expect.arrayContaining(["everywhere", "Europe", "Asia"]),
    );
    const zones = regions.flatMap(({ options }) => options.map(({ value }) => value));
    expect(new Set(zones).size).toBe(zones.length);
    expect(zones.filter(zone => readTimeZone(zone) !== zone)).toEqual([]);
  });
});

describe("the list of languages", () => {
  const choices = languageChoices(new Date("2026-11-24T12:00:00Z"), "UTC");

  it("shows each in its own words, with the day as it writes it", () => {
    const labels = choices.map(({ label }) => label);
    expect(labels).toContain("British English: 24 Nov 2026");
    expect(labels).toContain("American English: Nov 24, 2026");
    expect(new Set(labels).size).toBe(labels.length);
  });

  it("leaves out those that there are no texts for", () => {
    for (const { value } of choices) expect(languageOf(value), value).not.toBeNull();
    expect(choices.map(({ value }) => value)).not.toContain("ja");
  });

  it("holds only tags this machine knows how to write dates in", () => {
    for (const tag of languageTags) expect(Intl.DateTimeFormat.supportedLocalesOf(tag)).toEqual([tag]);
  });
});
