import "server-only";
import { IntlMessageFormat } from "intl-messageformat";
import type { Message, Refusal } from "../refusal";
import { refusals, type Text } from "./en/refusals";
import { waitInWords } from "./wait";

/** A refusal in the reader's language: above the form, next to its inputs by their names. */
export type Told = { message: string; fields: Record<string, string[]> };

// Reading a message costs some twenty times as much as formatting it.
const formats = new Map<string, IntlMessageFormat>();

function formatOf(text: string, language: string): IntlMessageFormat {
  const key = `${language} ${text}`;
  const format = formats.get(key) ?? new IntlMessageFormat(text, language, undefined, { ignoreTag: true });
  formats.set(key, format);
  return format;
}

const partOf = (text: Text, part: "form" | "field") => (typeof text === "string" ? text : text[part]);

function say({ code, params }: Message, part: "form" | "field", language: string): string {
  const { seconds } = params;
  const wait = typeof seconds === "number" ? waitInWords(seconds) : "";
  return String(formatOf(partOf(refusals[code], part), language).format({ ...params, wait }));
}

/** Says a refusal in words. What is to be said of one input is one text. */
export function tellRefusal({ code, params, place }: Refusal, language = "en"): Told {
  const { field, fields = {} } = place;
  const said = Object.entries(fields).map(([name, messages]) => [
    name,
    [(messages ?? []).map(one => say(one, "field", language)).join(" ")],
  ]);
  return {
    message: say({ code, params }, "form", language),
    fields: {
      ...(field !== undefined && { [field]: [say({ code, params }, "field", language)] }),
      ...Object.fromEntries(said),
    },
  };
}
