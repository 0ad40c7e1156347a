import "server-only";
import { say } from "../messages/said";
import { deskTranslator } from "../messages/translate";
import { limits } from "../requests/input";
import { type LeftOut, reasonOf } from "./files";

// Comments and notes are kept as they are written, so what is said in them is in the language of the desk.

const maxNamed = 20;

/** Lists the files that were left out below the text, so that none is lost silently. */
export function wordsOf(body: string, leftOut: LeftOut[]): string {
  const t = deskTranslator();
  const missed = leftOut.filter(({ why }) => why !== "decoration" && why !== "seal");
  if (missed.length === 0) return body;
  const named = missed.slice(0, maxNamed).map(nameOf).join(", ");
  const more = missed.length - maxNamed;
  const files = more > 0 ? t("inbox.stored.left_out.more", { files: named, count: more }) : named;
  return `${body}\n\n${t("inbox.stored.left_out", { count: missed.length, files })}`.trim();
}

/** The name as code, so that nothing in it is read as Markdown. */
const nameOf = ({ name, size, why }: LeftOut): string =>
  say(deskTranslator(), {
    code: "inbox.stored.left_out.file",
    params: { name: `\`${name.replaceAll("`", "'")}\``, size: { bytes: size }, reason: reasonOf(why) },
  });

/** An email as a note quotes it; `from` is empty if it names no sender. */
export function quote(words: string, { from, isShortened }: { from: string; isShortened: boolean }): string {
  const lines = words.split("\n").map(line => `> ${line}`.trimEnd());
  const t = deskTranslator();
  const head = from ? t("inbox.stored.from", { address: from }) : t("inbox.stored.from_nobody");
  const hint = isShortened ? `\n\n${t("inbox.stored.shortened")}` : "";
  return `${shorten(`${head}\n\n${lines.join("\n")}`, hint.length)}${hint}`;
}

/** Says so if something is cut. */
export function shorten(words: string, reserved = 0): string {
  const rest = `\n\n${deskTranslator()("inbox.stored.cut")}`;
  const max = limits.comment - reserved;
  return words.length <= max ? words : `${words.slice(0, max - rest.length)}${rest}`;
}

/** The name of a file that came without one. */
export const nameOfUnnamed = (kind: "picture" | "email" | "file"): string =>
  deskTranslator()(`inbox.stored.${kind}`);
