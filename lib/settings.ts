import "server-only";
import { env } from "./env";

/** What the people who run a desk decide. What its machine needs, such as addresses and secrets, is in lib/env.ts. */
export type DeskSettings = {
  deskName: string;
  /** A hex colour, such as #0f6b5c. */
  accent: string;
  /** Such as LDG in LDG-1042. */
  referencePrefix: string;
  /** Days in which a resolved request can be re-opened; then it is closed. */
  reopenDays: number;
  /** Of one file, in megabytes. */
  maxFileSize: number;
  /** Of all files that one person sends in a day, in megabytes. */
  maxFilesPerDay: number;
};

/**
 * The one place that reads them. `perform` gives them to the act; what works outside of an act reads them once, not
 * per row, and passes them on.
 */
export async function readDeskSettings(): Promise<DeskSettings> {
  const settings = env();
  return {
    deskName: settings.DESK_NAME,
    accent: settings.DESK_ACCENT,
    referencePrefix: settings.REFERENCE_PREFIX,
    reopenDays: settings.REOPEN_DAYS,
    maxFileSize: settings.FILE_MAX_MB,
    maxFilesPerDay: settings.FILE_MB_PER_DAY,
  };
}
