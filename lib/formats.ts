import { keepFormats, oneKindOfDigits } from "./number-formats";

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
  isoDay: { year: "numeric", month: "2-digit", day: "2-digit" },
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
  const written: Intl.DateTimeFormatOptions = styles[style as DateStyle];
  const hour = written.hour === "2-digit" && hasTwelveHours(language) ? "numeric" : written.hour;
  return new Intl.DateTimeFormat(language, { timeZone, ...oneKindOfDigits, ...written, hour });
});

/** Whether times are written as 9:05 PM, where an hour has no leading zero. Asked once for each kept format. */
const hasTwelveHours = (language: string | undefined) =>
  new Intl.DateTimeFormat(language, { hour: "numeric" }).resolvedOptions().hour12 === true;

export function dateFormat(
  { language, timeZone }: { language: string; timeZone: string },
  style: DateStyle,
): Intl.DateTimeFormat {
  return dateFormatOf(`${style} ${language} ${timeZone}`);
}

// Lists and histories show the same moments again and again.
const maxMoments = 10_000;

/** Keeps what is made of moments, by a key that says how. */
export function keepMoments<T>(make: (at: Date, key: string) => T): (time: number, key: string) => T {
  const kept = new Map<string, Map<number, T>>();
  let count = 0;
  return (time, key) => {
    const known = kept.get(key)?.get(time);
    if (known !== undefined) return known;
    if (count++ >= maxMoments) {
      kept.clear();
      count = 1;
    }
    const made = make(new Date(time), key);
    const ofKey = kept.get(key) ?? new Map<number, T>();
    kept.set(key, ofKey.set(time, made));
    return made;
  };
}

const sayMoment = keepMoments((at, key) => dateFormatOf(key).format(at));

export const sayDate = (
  at: Date,
  { language, timeZone }: { language: string; timeZone: string },
  style: DateStyle,
): string => sayMoment(at.getTime(), `${style} ${language} ${timeZone}`);

export const relativeFormat = keepFormats(
  language => new Intl.RelativeTimeFormat(language, { numeric: "auto", ...oneKindOfDigits }),
);

const languageNames = keepFormats(language => new Intl.DisplayNames([language], { type: "language" }));

/** What a language is called in another one. */
export const languageName = (tag: string, language: string): string => languageNames(language).of(tag) ?? tag;

export const listFormat = keepFormats(language => new Intl.ListFormat(language));

/** What stands between parts that follow one another: Arabic script has signs of its own. */
export const separators = keepFormats(language =>
  new Intl.Locale(language).maximize().script === "Arab"
    ? { comma: "، ", semicolon: "؛ " }
    : { comma: ", ", semicolon: "; " },
);
