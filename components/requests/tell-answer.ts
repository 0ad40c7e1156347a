import { type AnswerLine, sayAnswer } from "@/lib/catalog/describe";
import { markdownHtml } from "@/lib/markdown/html";
import { plainWords } from "@/lib/markdown/markdown";
import type { Translator } from "@/lib/messages/translate";
import { addressOf } from "@/lib/text/email-address";
import { hrefOf } from "@/lib/text/web-address";
import { tellFiles } from "../attachments/tell-files";
import type { ToldAnswer, ToldValue, ToldWords } from "./told-answer";

export type Answer = AnswerLine;
type Value = Omit<Answer, "label">;

export const tellAnswer = ({ label, section, ...value }: Answer, t: Translator): ToldAnswer => ({
  label,
  ...(section !== undefined && { section }),
  value: tellValue(value, t),
});

function tellValue(answer: Value | null, t: Translator): ToldValue {
  if (answer?.files && answer.files.length > 0) return { files: tellFiles(answer.files, t) };
  const written = answer ? sayAnswer(t, answer).filter(one => one.trim() !== "") : [];
  if (!answer || written.length === 0) return { none: t("requests.answers.none") };
  return { written: written.map(one => wordsOf(one, answer.kind)) };
}

function wordsOf(text: string, kind: Answer["kind"]): ToldWords {
  if (kind === "long") return { html: markdownHtml(text) };
  const address = kind === "email" ? addressOf(text) : null;
  const href = kind === "link" ? hrefOf(text) : address && `mailto:${address}`;
  return href ? { link: text, href } : text;
}

const most = { characters: 240, lines: 6 };

/** The same, but a long text shows how it begins, and all of it on wish. */
export function tellFolded(answer: Value | null, t: Translator): ToldValue {
  const told = tellValue(answer, t);
  const text = answer ? sayAnswer(t, answer).join(", ") : "";
  const isShort = text.length <= most.characters && text.split("\n").length <= most.lines;
  if (answer?.kind !== "long" || isShort || !("written" in told)) return told;
  const folded = {
    beginning: beginningOf(text),
    all: t("requests.show_all"),
    less: t("requests.show_less"),
  };
  return { ...told, folded };
}

function beginningOf(text: string): string {
  return `${plainWords(text.slice(0, 160).split("\n").slice(0, 3).join("\n").toWellFormed()).trimEnd()}…`;
}
