import "server-only";
import { isUtf8 } from "node:buffer";
import type { Attachment } from "mailparser";
import { endingOf } from "../attachments/kinds";
import type { Attached } from "./files";
import { hidePersonalLinks } from "./personal-links";
import { nameOfUnnamed } from "./stored-words";

const notWritten =
  /<blockquote|gmail_quote|gmail_signature|moz-signature|moz-cite-prefix|id="?(?:divRplyFwdMsg|appendonsend|signature|mail-editor-reference)|border-top:\s?solid #/i;

export function readPart(part: Attachment, words: string, html: string): Attached {
  const { contentType, content, contentDisposition, related } = part;
  const name = nameOf(part);
  const isInText = /^image\//i.test(contentType) && (related || contentDisposition === "inline");
  return {
    name: hidePersonalLinks(name),
    type: contentType.toLowerCase(),
    content: withoutLinks(content, contentType === "message/rfc822" || /\.eml$/i.test(name)),
    isInText: Boolean(isInText),
    isPasted: Boolean(isInText) && isPasted(part, words, html),
  };
}

function nameOf({ filename = "", contentType }: Attachment): string {
  const type = contentType.toLowerCase();
  const ending = type === "message/rfc822" ? "eml" : endingOf(type);
  if (filename !== "")
    return /\.[^.\s]{1,10}$/.test(filename) || !ending ? filename : `${filename}.${ending}`;
  const kind = type.startsWith("image/") ? "picture" : type.startsWith("message/") ? "email" : "file";
  return `${nameOfUnnamed(kind)}.${ending ?? type.split("/")[1]?.replace(/[^\w-]/g, "") ?? "bin"}`;
}

function isPasted({ cid, filename, related }: Attachment, words: string, html: string): boolean {
  if (!related || !cid) return true;
  if ((cid && words.includes(`[cid:${cid}]`)) || (filename && words.includes(`[image: ${filename}]`)))
    return true;
  if (imageMark.test(words)) return false;
  const at = html.indexOf(`cid:${cid}`);
  const end = html.search(notWritten);
  return at >= 0 && (end < 0 || at < end);
}

const imageMark = /\[(?:cid:|image: )/;

export function dropImageMarks(words: string): string {
  if (!imageMark.test(words)) return words;
  return words
    .replace(/[^\S\n]*\[(?:cid:[^\s[\]]{1,200}|image: [^[\]\n]{1,200})\]/g, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function withoutLinks(content: Buffer, isMail: boolean): Buffer {
  if (!isUtf8(content) || content.includes(0)) return content;
  const text = content.toString("utf8");
  const hidden = isMail ? hideInMail(text) : hidePersonalLinks(text);
  return hidden === text ? content : Buffer.from(hidden);
}

/** Joins quoted-printable soft line breaks before looking for links, and keeps the other lines unchanged. */
function hideInMail(text: string): string {
  const broken: string[] = [];
  for (const line of text.split("\n"))
    if (/=\r?$/.test(broken.at(-1) ?? "")) broken.push(`${broken.pop()}\n${line}`);
    else broken.push(line);
  const whole = broken.map(line => line.replace(/=\r?\n/g, ""));
  const hidden = hidePersonalLinks(whole.join("\n")).split("\n");
  return hidden.map((line, at) => (line === whole[at] ? broken[at] : line)).join("\n");
}
