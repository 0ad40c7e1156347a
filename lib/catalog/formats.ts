import type { Said } from "../messages/said";
import { inLatinDigits } from "../text/digits";
import { addressOf } from "../text/email-address";
import { hrefOf } from "../text/web-address";

export const isAnAddress = (typed: string) => addressOf(typed) !== null;

export const isWebAddress = (typed: string) => hrefOf(typed) !== null;

/** Allows any dash or space, invisible direction marks, and an extension. */
export function isPhone(typed: string): boolean {
  const bare = typed.replace(/\p{Cf}/gu, "").trim();
  return (
    /^\+?[\p{Nd}\s()./\p{Pd}]{4,}(?:(?:x|ext\.?|#)\s*\p{Nd}{1,6})?$/iu.test(bare) && /\p{Nd}{2}/u.test(bare)
  );
}

const maxNumberLength = 100;
const wrong: Said = { code: "validation.answer.number" };

/** Parses any national notation, with or without currency. Returns what is wrong, also with ambiguous input like 1,234. */
export function readNumber(typed: string, isWhole = false): number | Said {
  // The patterns below take time that grows with the square of the length.
  if (typed.length > maxNumberLength) return wrong;
  const bare = inLatinDigits(typed)
    .replace(/\p{Cf}/gu, "")
    .replace(/[\u2212\u2012\u2013]/g, "-")
    .replace(/^([+-]?)\s*(?:\p{Sc}|[A-Z]{3}\b)\s*|\s*(?:\p{Sc}|\b[A-Z]{3})$/gu, "$1")
    .trim();
  const [, sign = "", digits = ""] = /^([+-]?)\s*(\d[\d.,\s'’]*)$/u.exec(bare) ?? [];
  if (digits === "" || digits.replace(/\D/g, "").length > 21) return wrong;
  const number = countOf(digits.trim(), isWhole);
  if (number === null) return wrong;
  return typeof number === "number" && sign === "-" ? -number : number;
}

function countOf(digits: string, isWhole: boolean): number | Said | null {
  // Spaces and apostrophes can only be thousands separators.
  const parted = /^\d{1,3}(?:([\s'’])\d{3})(?:\1\d{3})*(?=[.,]|$)/u.exec(digits)?.[0];
  const text = parted ? parted.replace(/\D/g, "") + digits.slice(parted.length) : digits;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  if (/^\d{1,3}(?:,\d{3})+\.\d+$/.test(text) || /^\d{1,3}(?:,\d{3}){2,}$/.test(text))
    return Number(text.replaceAll(",", ""));
  if (/^\d{1,3}(?:\.\d{3})+,\d+$/.test(text) || /^\d{1,3}(?:\.\d{3}){2,}$/.test(text))
    return Number(text.replaceAll(".", "").replace(",", "."));
  const [, before = "", after = ""] = /^(\d{1,15})[.,](\d{1,6})$/.exec(text) ?? [];
  if (after === "") return null;
  if (after.length === 3 && before.length <= 3 && !before.startsWith("0") && !parted) {
    if (isWhole) return Number(before + after);
    const readings = { whole: `${before}${after}`, fraction: `${before}.${after}0` };
    return { code: "validation.answer.number.ambiguous", params: readings };
  }
  return Number(`${before}.${after}`);
}
