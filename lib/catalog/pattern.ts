import { RE2JS, RE2JSSyntaxException } from "re2js";
import type { Said } from "../messages/said";
import type { MessageCode } from "../messages/translate";

// RE2 takes time in proportion to the text, times this.
const maxSize = 500;
const maxKept = 500;
const kept = new Map<string, RE2JS>();

/** Whether all of the text is of the pattern's form. */
export function fitsPattern(pattern: string, text: string): boolean {
  const known = kept.get(pattern);
  if (known) return known.matches(text);
  const compiled = RE2JS.compile(pattern);
  if (kept.size >= maxKept) kept.clear();
  kept.set(pattern, compiled);
  return compiled.matches(text);
}

/** Why this is no pattern for a question; undefined if it is one. */
export function problemOfPattern(pattern: string): Said | undefined {
  try {
    return RE2JS.compile(pattern).programSize() > maxSize
      ? { code: "form_builder.pattern.large" }
      : undefined;
  } catch (error) {
    if (!(error instanceof RE2JSSyntaxException)) throw error;
    const part = String(error.getPattern() ?? "");
    return { code: reasonOf(error.getDescription(), part), params: { part } };
  }
}

const reasons: Record<string, MessageCode> = {
  "missing argument to repetition operator": "form_builder.pattern.nothing_to_repeat",
  "invalid nested repetition operator": "form_builder.pattern.repeated_twice",
  "invalid repeat count": "form_builder.pattern.repeated_often",
  "invalid character class range": "form_builder.pattern.range",
  "missing closing ]": "form_builder.pattern.bracket",
  "missing closing )": "form_builder.pattern.parenthesis",
  "unexpected )": "form_builder.pattern.parenthesis_more",
  "trailing backslash at end of expression": "form_builder.pattern.backslash",
  "invalid escape sequence": "form_builder.pattern.escape",
};

function reasonOf(description: string, part: string): MessageCode {
  if (/^\(\?<?[=!]/.test(part)) return "form_builder.pattern.looks_around";
  if (/^\\[1-9k]/.test(part)) return "form_builder.pattern.refers_back";
  return reasons[description] ?? "form_builder.pattern.unknown";
}
