import { offsetOf, placeName } from "../accounts/time-zones";
import { dateFormat } from "../formats";
import type { Said } from "../messages/said";
import type { Answers, Field, GivenAnswers } from "./fields";

export type Reader = { timeZone: string; language: string };

/** A time as typed, followed by the writer's zone (RFC 9557): `2026-11-25T09:30[America/New_York]`. */
const zoned = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?)(?:\[([^\]]{1,60})\])?$/;

export const localTime = (answer: string) => zoned.exec(answer)?.[1] ?? answer;

export const withZone = (typed: string, timeZone: string) => `${typed}[${timeZone}]`;

/** Keeps the stored zone of times that were not edited, because the editor's own may differ. */
export function keepZones(fields: Field[], before: Answers, given: GivenAnswers): void {
  for (const { key, kind } of fields) {
    const [old, now] = [before[key], given[key]];
    if (kind === "date_time" && typeof old === "string" && typeof now === "string")
      if (localTime(old) === localTime(now)) given[key] = old;
  }
}

/** The time as typed with the writer's zone, plus the reader's time if that differs. */
export function describeMoment(answer: string, reader?: Reader): Said | string {
  const [, local, zone] = zoned.exec(answer) ?? [];
  if (!local) return answer;
  // Without a reader, whatever says it knows the language.
  const time = reader ? write(new Date(`${local}Z`), "UTC", reader.language) : { day: local };
  if (!zone) return typeof time === "string" ? time : { code: "catalog.answer.day", params: { day: time } };
  const at = instantOf(local, zone);
  const there = { time, place: placeName(zone), offset: offsetOf(zone, at) };
  if (!reader || offsetOf(reader.timeZone, at) === there.offset)
    return { code: "catalog.answer.moment", params: there };
  const own = {
    own_time: write(at, reader.timeZone, reader.language),
    own_place: placeName(reader.timeZone),
  };
  return { code: "catalog.answer.moment.reader", params: { ...there, ...own } };
}

/** A day as its reader's language has it, or that of whatever says it. */
export function describeDay(answer: string, reader?: Reader): Said | string {
  if (Number.isNaN(new Date(answer).getTime())) return answer;
  if (!reader) return { code: "catalog.answer.day", params: { day: { day: answer } } };
  return dateFormat({ language: reader.language, timeZone: "UTC" }, "longDate").format(new Date(answer));
}

/** The searchable form of a time: `2026-11-25 09:30 New York`. */
export function momentWords(answer: string): string {
  const [, local, zone] = zoned.exec(answer) ?? [];
  if (!local) return answer;
  return zone ? `${local.replace("T", " ")} ${placeName(zone)}` : local.replace("T", " ");
}

function write(at: Date, timeZone: string, language: string): string {
  return dateFormat({ language, timeZone }, "longDateTime").format(at);
}

/** The instant at which clocks in a zone show this, such as 2026-11-25T09:30. */
export function instantOf(local: string, zone: string): Date {
  const shown = new Date(`${local}Z`).getTime();
  const first = shown - offset(zone, new Date(shown));
  return new Date(shown - offset(zone, new Date(first)));
}

/** What clocks in a zone show then, such as 2026-11-25T09:30. */
export const localOf = (at: Date, zone: string): string =>
  new Date(at.getTime() + offset(zone, at)).toISOString().slice(0, 16);

function offset(zone: string, at: Date): number {
  const [, sign, hours = "0", minutes = "0"] = /UTC([+-])(\d\d):(\d\d)/.exec(offsetOf(zone, at)) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
