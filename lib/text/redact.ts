/** A token from a link, whole or cut short, with the ids before it in a mute link. */
const tokens =
  /(?<=\/|%2F)(?![0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![\w.-]))(?:[0-9a-f-]{36}\.){0,2}[\w-]{32,}/gi;
const queries = /((?:\/|%2F)[^\s?"'<>()]*)(?:\?|%3F)[^\s"'<>()]*/gi;
/** PostgreSQL errors that quote a user's input. */
const inputs = /((?:invalid input syntax for|operand in tsquery)[^:\n]*: )"[^"\n]*"/g;

/** Removes link tokens and query strings (which hold search words) from text before it is logged. */
export function redact(text: string): string {
  return text.replace(tokens, "…").replace(queries, "$1").replace(inputs, '$1"…"');
}
