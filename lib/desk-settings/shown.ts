import type { DeskSettings } from "../settings";

type Announced = Pick<DeskSettings, "announcement" | "announcementFrom" | "announcementUntil">;

/** What every page says at its top at that time; null if nothing. */
export function announcementAt(
  { announcement, announcementFrom: from, announcementUntil: until }: Announced,
  at: Date,
): string | null {
  const time = at.toISOString();
  const isNow = (from === "" || from <= time) && (until === "" || time < until);
  return announcement !== "" && isNow ? announcement : null;
}
