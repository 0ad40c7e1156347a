import type { Page } from "@playwright/test";
import { languageTags } from "@/lib/accounts/language-tags";
import { db } from "@/lib/db";
import { brackets } from "@/lib/messages/pseudo";

const [open, close] = brackets;

/** Names and words of rows, which no catalogue has. */
export async function wordsOfDesk(): Promise<string> {
  const [row] = await db().$queryRaw<{ words: string }[]>`
    select concat_ws(' ',
      (select string_agg(to_jsonb(x)::text, ' ') from people x),
      (select string_agg(to_jsonb(x)::text, ' ') from categories x),
      (select string_agg(to_jsonb(x)::text, ' ') from request_types x),
      (select string_agg(to_jsonb(x)::text, ' ') from requests x),
      (select string_agg(to_jsonb(x)::text, ' ') from comments x),
      (select string_agg(to_jsonb(x)::text, ' ') from notes x),
      (select string_agg(to_jsonb(x)::text, ' ') from form_versions x),
      (select string_agg(to_jsonb(x)::text, ' ') from choice_lists x),
      (select string_agg(to_jsonb(x)::text, ' ') from teams x),
      (select string_agg(to_jsonb(x)::text, ' ') from tags x),
      (select string_agg(to_jsonb(x)::text, ' ') from organisations x),
      (select string_agg(to_jsonb(x)::text, ' ') from saved_views x),
      (select string_agg(to_jsonb(x)::text, ' ') from canned_replies x),
      (select string_agg(to_jsonb(x)::text, ' ') from canned_texts x),
      (select string_agg(to_jsonb(x)::text, ' ') from help_articles x),
      (select string_agg(to_jsonb(x)::text, ' ') from deliveries x)) as words`;
  return row?.words ?? "";
}

/** Written by formats of languages and times, placeholders, keys of the keyboard, references, sizes, and addresses. */
const notOurs =
  /^[\s\d\p{P}\p{S}]*$|^(\{\{[a-z_.]+\}\}|Lodge|[A-Z]{2,}-\d+|Ctrl|Alt|Shift|Esc|Enter|[A-Z]|UTC|\d?\d:\d\d [AP]M|[a-zA-Z]{1,2} \d+|\d+ ?[kMG]?B)$|@/u;

/** Languages and days as the browser's language calls them. */
const namesByFormats = async (page: Page): Promise<string> => {
  const language = (await page.locator("html").getAttribute("lang")) ?? "en";
  const names = new Intl.DisplayNames([language], { type: "language" });
  const days = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" });
  const week = Array.from({ length: 7 }, (_, day) => days.format(day * 86_400_000));
  const ago = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  // A crawl takes its time on a busy machine.
  const minutes = Array.from({ length: 20 }, (_, count) => ago.format(-count - 1, "minute"));
  const now = ago.format(0, "second");
  return [...languageTags.map(tag => names.of(tag)), ...week, ...minutes, now, "just now"].join(" ");
};

/** What is on a page in no brackets, and in no row of the desk, as it is and as it was before the page was read. */
export async function strayWords(page: Page, before: string): Promise<string[]> {
  const outside = await page.evaluate(
    ([open, close]) => {
      const found: string[] = [];
      let depth = 0;
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement;
        if (
          !parent ||
          parent.closest(
            "script, style, noscript, time, option, optgroup, select, kbd, [aria-hidden=true], [lang]:not(html)",
          )
        )
          continue;
        let stray = "";
        for (const letter of node.textContent ?? "") {
          if (letter === open) depth++;
          else if (letter === close) depth--;
          else if (depth === 0) stray += letter;
        }
        if (/\p{L}{2}/u.test(stray)) found.push(stray.trim());
      }
      for (const element of document.querySelectorAll(
        ":is([aria-label], [title], [placeholder], [alt]):not(time)",
      ))
        for (const name of ["aria-label", "title", "placeholder", "alt"]) {
          const text = element.getAttribute(name) ?? "";
          if (/\p{L}{2}/u.test(text) && !text.includes(open)) found.push(`${name}: ${text}`);
        }
      return found;
    },
    [open, close] as const,
  );
  const known = `${before} ${await wordsOfDesk()} ${await namesByFormats(page)}`;
  // A row of a list says answers one after the other.
  const isKnown = (part: string): boolean =>
    known.includes(JSON.stringify(part).slice(1, -1)) ||
    [...part.matchAll(/ /g)].some(
      ({ index }) => known.includes(JSON.stringify(part.slice(0, index))) && isKnown(part.slice(index + 1)),
    );
  return outside.filter(text => {
    const words = text.replace(/^(aria-label|title|placeholder|alt): /, "").split(" · ");
    return words
      .map(part => part.replace(/^[ ·:]+|[ ·]+$| \d?\d:\d\d \S+$/g, ""))
      .some(part => !notOurs.test(part) && !isKnown(part));
  });
}
