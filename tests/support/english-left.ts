import type { Page } from "@playwright/test";
import type { ReceivedMail } from "./mail-server";
import { wordsOfDesk } from "./stray-words";

/** Words that hardly any English sentence does without, and no German one has. */
const english =
  /\b(the|and|your|you|yours|this|that|these|with|for|from|has|have|been|please|which|when|will|can|cannot|not|are|our|of|to|by)\b/i;

/** Lines in English that stand in no row of the desk: what people wrote, and its catalog. */
async function englishIn(lines: string[]): Promise<string[]> {
  const rows = await wordsOfDesk();
  return lines.filter(line => english.test(line) && !rows.includes(JSON.stringify(line).slice(1, -1)));
}

export async function englishOn(page: Page): Promise<string[]> {
  const lines = await page.evaluate(() => {
    const found: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!node.parentElement?.closest("script, style, noscript, template, option"))
        found.push((node.textContent ?? "").trim());
    for (const element of document.querySelectorAll("[aria-label], [title], [placeholder], [alt]"))
      for (const name of ["aria-label", "title", "placeholder", "alt"])
        found.push(element.getAttribute(name) ?? "");
    return found;
  });
  return englishIn(lines);
}

export async function englishInMail({ subject, html, text }: ReceivedMail): Promise<string[]> {
  const shown = html
    .replace(/<(style|script)[^>]*>[\s\S]*?<\/\1>/g, "")
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/&(nbsp|zwnj|#847|shy|#8199|#65279);/g, " ");
  const lines = [subject, ...shown.split(/<[^>]+>/), ...text.replace(/https?:\S+/g, "").split("\n")];
  return englishIn(lines.map(line => line.replace(/^[>\s]+/, "").trim()));
}
