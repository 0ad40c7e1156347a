/** Characters that render as nothing: spaces, control characters, and Unicode's ignorable ones. */
const unseen = /[\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]+/gu;

/** Whether a text renders as nothing, although it may contain characters. */
export const isUnseen = (text: string) => text.replace(unseen, "") === "";

/** Normalises line ends (browsers send CRLF) and drops empty lines around the text. Keeps the first line's indent. */
export function tidyLines(text: string): string {
  if (isUnseen(text)) return "";
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  const first = lines.findIndex(line => line.trim() !== "");
  return lines.slice(first).join("\n").trimEnd();
}

export const tidyLine = (text: string) => (isUnseen(text) ? "" : text.trim());

export function tooMany(what: string, text: string, max: number): string {
  const [limit, has, over] = [max, text.length, text.length - max].map(count => count.toLocaleString("en"));
  return `Please keep ${what} under ${limit} characters: it has ${has}, which is ${over} too many. All of it is still here.`;
}
