import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { brackets } from "@/lib/messages/pseudo";
import { translatorOf } from "@/lib/messages/translate";
import { type Message, renderMail } from "../../../emails/render";

const folder = join(import.meta.dirname, "../../../emails");
type Sample = Message<object> & { default?: { PreviewProps?: object } };

/** Every file of the folder that is a mail of its own. */
const samples = await Promise.all(
  readdirSync(folder)
    .filter(file => file.endsWith(".tsx"))
    .map(async file => {
      const message: Sample = await import(join(folder, file));
      return { name: file.slice(0, -4), message, given: message.default?.PreviewProps };
    }),
);

const [open, close] = brackets;

/** The words that stand in no brackets. */
function outside(text: string): readonly string[] {
  let depth = 0;
  let stray = "";
  for (const letter of text) {
    if (letter === open) depth++;
    else if (letter === close) depth--;
    else stray += depth === 0 ? letter : "";
    if (letter === open) stray += " ";
  }
  return stray.replace(/https?:\S+|mailto:\S+/g, " ").match(/\p{L}{2,}/gu) ?? [];
}

const readable = (html: string) =>
  html
    .replace(/<(style|head|title)[^>]*>[\s\S]*?<\/\1>/g, "\n")
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<[^>]+>/g, "\n")
    .replace(/&[^;\s]+;/g, "\n");

describe.each(samples.filter(({ given }) => given))("the mail $name", ({ message, given }) => {
  const theirs = JSON.stringify({ ...given, t: null });

  it("says nothing that is not in the catalogue, in its subject and both parts", async () => {
    const { subject, html, text } = await renderMail(message, { ...given, t: translatorOf("en-XA") });
    for (const part of [subject, readable(html), text])
      expect(outside(part).filter(word => !theirs.includes(word))).toEqual([]);
  });

  it("is written from right to left where its language is", async () => {
    for (const language of ["ar", "ar-XB"] as const) {
      const { html } = await renderMail(message, { ...given, t: translatorOf(language) });
      expect(html).toMatch(/<html[^>]*dir="rtl"/);
      expect(html).not.toMatch(/(text-align|float):\s*(left|right)/);
      for (const [, style = ""] of html.matchAll(/style="([^"]*)"/g))
        for (const [, name = "", value] of style.matchAll(/((?:padding|margin|border)-)left:([^;]*)/g))
          expect(style).toContain(`${name}right:${value}`);
    }
  });
});
