import type { Clock } from "@/lib/clock";
import { exactTime, relativeTime } from "./relative-time";

/**
 * A time for machines, exactly as on hover, and as its reader's language and zone have it: one text of three, as a page
 * may carry a hundred of them.
 */
export type ToldTime = `${string}|${string}|${string}`;

export function tellTime(at: Date | string, clock: Clock, format = relativeTime): ToldTime {
  const moment = new Date(at);
  // No text that Intl makes has this sign, nor do machines need to know the second.
  return `${moment.toISOString().slice(0, 16)}Z|${exactTime(moment, clock)}|${format(moment, clock)}`;
}

/** What times have to say of their language: nothing where it is the page's own. */
export const ownLanguage = ({ language }: Clock, page: { language: string }): string | undefined =>
  language.split("-", 1)[0] === page.language ? undefined : language;
