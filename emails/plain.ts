import { cutBefore } from "@/lib/markdown/cut";
import { plainWords } from "@/lib/markdown/markdown";
import { isolate, runsFromTheRight } from "@/lib/messages/isolates";
import type { Translator } from "@/lib/messages/translate";
import type { Request, Written } from "./types";

// Line ends and control characters could add a header; the direction marks could turn the words around.
const unseen = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

/** One line of plain text, whatever was typed. */
export function plain(typed: string, longest = 200) {
  const line = typed.toWellFormed().replace(unseen, " ").replace(/\s+/g, " ").trim();
  const letters = Array.from(line);
  return letters.length > longest
    ? `${letters
        .slice(0, longest - 1)
        .join("")
        .trimEnd()}…`
    : line;
}

// A mail program that shortens a long mail would hide the button and the footer.
const longest = 12_000;
const maxLines = 200;

/** Text of many lines, at the length that a mail has room for. */
function cut(text: string) {
  const end = endOf(text, longest);
  return end < text.length ? `${text.slice(0, end).toWellFormed()}…` : text;
}

/** The same of text that is read as Markdown: between two words, and code stays code. */
export function cutMarkdown(text: string, most = longest) {
  const end = endOf(text, most);
  if (end === text.length) return text;
  // Part of an address would be another address.
  const torn = /\s/.test(text.charAt(end)) ? "" : (/\s\S*$/.exec(text.slice(end - 500, end))?.[0] ?? "");
  return cutBefore(text, end - torn.length);
}

/** Whether a mail has no room for all of it. */
export const isCut = (text: string, most = longest) => endOf(text, most) < text.length;

function endOf(text: string, most: number): number {
  const end = Math.min(text.length, most);
  let at = -1;
  for (let line = 0; line < maxLines; line++) {
    at = text.indexOf("\n", at + 1);
    if (at < 0 || at >= end) return end;
  }
  return at;
}

/** Text as it was typed, without what no program can print. */
export const printable = (typed: string) => cut(typed.toWellFormed().replace(/[^\P{Cc}\t\n]+/gu, " "));

/**
 * A person's name. Web addresses are taken out, and the joiner keeps mail programs from making a link of what
 * is left: a name is text that a stranger chose.
 */
export function plainName(t: Translator, typed: string) {
  const kept = plain(typed)
    .replace(/(?:[a-z][a-z0-9+.-]*:\/\/|www\.)\S*/gi, "")
    .replace(/\.(?=\p{L})/gu, ".\u2060");
  return plain(kept, 80) || t("mails.somebody");
}

/**
 * The same for every mail of a request, whatever its summary becomes, because mail programs gather a thread by it.
 */
export function requestSubject(request: Request) {
  const summary = plain(request.raisedAs ?? request.summary, 150);
  // Behind the Latin letters of a reference, Arabic words would be put in order from left to right.
  const told = runsFromTheRight(summary) ? isolate(summary) : summary;
  return `[${plain(request.reference, 40)}] ${told}`.trim();
}

/** The first words of a comment, or else the names of its files, for the line that an inbox shows beside the subject. */
export function firstWords({ body = "", files = [] }: Written) {
  if (body === "") return plain(files.map(({ name }) => name).join(", "), 120);
  return plain(plainWords(body.slice(0, 2000)), 120);
}

/** "30 minutes", "3 days" */
export function lasting(t: Translator, minutes: number) {
  if (minutes >= 2880 && minutes % 1440 === 0) return t("mails.lasting.days", { count: minutes / 1440 });
  if (minutes >= 60 && minutes % 60 === 0) return t("mails.lasting.hours", { count: minutes / 60 });
  return t("mails.lasting.minutes", { count: minutes });
}
