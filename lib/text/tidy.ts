/** Characters that render as nothing: spaces, control characters, and Unicode's ignorable ones. */
const unseen = /[\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]+/gu;

export const isUnseen = (text: string) => text.replace(unseen, "") === "";

/** Normalises line ends (browsers send CRLF) and drops empty lines around the text. Keeps the first line's indent. */
export function tidyLines(text: string): string {
  if (isUnseen(text)) return "";
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  const first = lines.findIndex(line => line.trim() !== "");
  return lines.slice(first).join("\n").trimEnd();
}

export const tidyLine = (text: string) => (isUnseen(text) ? "" : text.trim());

/** What the message of a text over the limit says, for a schema. */
export function tooLong(text: string, max: number): { max: number; has: number; over: number } {
  return { max, has: text.length, over: text.length - max };
}
