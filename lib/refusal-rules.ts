/** What a refusal means to code that does not read its text: a route's status, a job, a test. */
export type RefusalKind = "not_found" | "forbidden" | "conflict" | "invalid" | "too_many";

const ruleOf =
  (kind: RefusalKind) =>
  <const Names extends readonly string[]>(...params: Names) => ({ kind, params });

export const notFoundRule = ruleOf("not_found");
export const forbidden = ruleOf("forbidden");
export const conflict = ruleOf("conflict");
export const invalid = ruleOf("invalid");
export const tooMany = ruleOf("too_many");
