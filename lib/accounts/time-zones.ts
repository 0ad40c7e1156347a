import { minutes } from "../clock";
import { dateFormat } from "../formats";

/** supportedValuesOf leaves out UTC. */
const known = new Set(["UTC", ...Intl.supportedValuesOf("timeZone")]);

/** Current names of places that the tz database lists by a former one. */
const today: Record<string, string> = {
  Asmera: "Asmara",
  Calcutta: "Kolkata",
  Dacca: "Dhaka",
  Faeroe: "Faroe",
  Godthab: "Nuuk",
  Katmandu: "Kathmandu",
  Kiev: "Kyiv",
  Ponape: "Pohnpei",
  Rangoon: "Yangon",
  Saigon: "Ho Chi Minh City",
  Truk: "Chuuk",
};

/** The stored name, such as Europe/Lisbon; null if unknown. */
export function readTimeZone(wish: string): string | null {
  if (known.has(wish)) return wish;
  try {
    // Resolves aliases, which differ between browsers.
    const { timeZone } = new Intl.DateTimeFormat("en", { timeZone: wish }).resolvedOptions();
    return known.has(timeZone) ? timeZone : null;
  } catch {
    return null;
  }
}

/** The region as the tz database names it, or `everywhere`. */
export type ZoneRegion = { region: string; options: { value: string; label: string }[] };

let listed: { until: number; regions: ZoneRegion[] } | undefined;

/** With the offset then, such as "Lisbon (UTC+01:00)". Costly, so cached until the next quarter of an hour. */
export function zoneRegions(at: Date): ZoneRegion[] {
  const quarter = minutes(15);
  const until = (Math.floor(at.getTime() / quarter) + 1) * quarter;
  if (listed?.until !== until) listed = { until, regions: listRegions(at) };
  return listed.regions;
}

function listRegions(at: Date): ZoneRegion[] {
  const zones = [...known].map(value => ({ value, ...placeOf(value) }));
  const regions = Map.groupBy(zones, ({ region }) => region);
  return [...regions].map(([region, places]) => ({
    region,
    options: places
      .map(({ value, place }) => ({
        value,
        label: value === "UTC" ? "UTC" : `${place} (${offsetOf(value, at)})`,
      }))
      .sort((one, other) => one.label.localeCompare(other.label, "en")),
  }));
}

export const placeName = (zone: string) => placeOf(zone).place;

/** America/Argentina/Salta is "Salta, Argentina" in America. */
function placeOf(zone: string): { region: string; place: string } {
  const [region = "", ...parts] = zone.split("/");
  const place = parts
    .map(part => today[part] ?? part.replaceAll("_", " "))
    .reverse()
    .join(", ");
  return place ? { region, place } : { region: "everywhere", place: zone };
}

/** “UTC-05:00” */
export function offsetOf(timeZone: string, at: Date): string {
  const parts = dateFormat({ language: "en", timeZone }, "offset").formatToParts(at);
  const offset = parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
  return offset === "GMT" ? "UTC+00:00" : offset.replace("GMT", "UTC");
}
