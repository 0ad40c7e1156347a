import { keepFormats } from "./number-formats";

const styles = {
  time: { hour: "2-digit", minute: "2-digit" },
  weekdayTime: { weekday: "long", hour: "2-digit", minute: "2-digit" },
  shortDay: { day: "numeric", month: "short" },
  shortDate: { day: "numeric", month: "short", year: "numeric" },
  longDate: { day: "numeric", month: "long", year: "numeric" },
  weekdayDate: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  localDate: { dateStyle: "long" },
  longDateTime: { dateStyle: "long", timeStyle: "short" },
  localDateTime: { dateStyle: "medium", timeStyle: "short" },
  exact: {
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  },
  exactWeekday: {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  },
  spreadsheet: { dateStyle: "short", timeStyle: "short" },
  offset: { timeZoneName: "longOffset" },
  day: { year: "numeric", month: "numeric", day: "numeric" },
  clock: {
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

export type DateStyle = keyof typeof styles;

const dateFormatOf = keepFormats(key => {
  const [style, language, timeZone] = key.split(" ");
  return new Intl.DateTimeFormat(language, { timeZone, ...styles[style as DateStyle] });
});

export function dateFormat(
  { language, timeZone }: { language: string; timeZone: string },
  style: DateStyle,
): Intl.DateTimeFormat {
  return dateFormatOf(`${style} ${language} ${timeZone}`);
}

// Lists and histories show the same moments again and again.
const said = new Map<string, string>();
const maxSaid = 10_000;

export function sayDate(at: Date, clock: { language: string; timeZone: string }, style: DateStyle): string {
  const key = `${style} ${clock.language} ${clock.timeZone} ${at.getTime()}`;
  const known = said.get(key);
  if (known !== undefined) return known;
  if (said.size >= maxSaid) said.clear();
  const text = dateFormat(clock, style).format(at);
  said.set(key, text);
  return text;
}

export const relativeFormat = keepFormats(
  language => new Intl.RelativeTimeFormat(language, { numeric: "auto" }),
);

export const listFormat = keepFormats(language => new Intl.ListFormat(language));
