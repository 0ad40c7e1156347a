/** A token as links carry it, whole or cut short, with what a mute link puts before it; an id alone is no secret. */
const tokens =
  /(?<=\/|%2F)(?![0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![\w.-]))(?:[0-9a-f-]{36}\.){0,2}[\w-]{32,}/gi;
const queries = /((?:\/|%2F)[^\s?"'<>()]*)(?:\?|%3F)[^\s"'<>()]*/gi;
/** What PostgreSQL repeats of somebody's input. */
const inputs = /((?:invalid input syntax for|operand in tsquery)[^:\n]*: )"[^"\n]*"/g;

/**
 * A text that is fit for the log: without the tokens of links, and without query strings, which hold what people
 * search for. The path that is left tells enough.
 */
export function redact(text: string): string {
  return text.replace(tokens, "…").replace(queries, "$1").replace(inputs, '$1"…"');
}
