/** What leaves no trace on a page: blanks, control characters, and those that Unicode calls ignorable. */
const unseen = /[\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]+/gu;

/** Whether there is nothing to be seen of a text, although it may hold characters. */
export const isUnseen = (text: string) => text.replace(unseen, "") === "";

/**
 * Lines as they were typed, with one kind of line end (browsers send two characters for each, which nobody typed) and
 * without empty lines around them. The indent of the first line stays. Nothing where there is nothing to be seen.
 */
export function tidyLines(text: string): string {
  if (isUnseen(text)) return "";
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  const first = lines.findIndex(line => line.trim() !== "");
  return lines.slice(first).join("\n").trimEnd();
}

/** One line, without blanks around it; nothing where there is nothing to be seen. */
export const tidyLine = (text: string) => (isUnseen(text) ? "" : text.trim());

/** How many characters a text has too many, said for the person who typed it. */
export function tooMany(what: string, text: string, most: number): string {
  const [limit, has, over] = [most, text.length, text.length - most].map(count => count.toLocaleString("en"));
  return `Please keep ${what} under ${limit} characters: it has ${has}, which is ${over} too many. All of it is still here.`;
}
