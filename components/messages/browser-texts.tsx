"use client";

import { createContext, type ReactNode, useContext } from "react";
import { pluralRules } from "@/lib/formats";
import type { BrowserTexts } from "@/lib/messages/browser";
import type { PluralForms } from "@/lib/messages/translate";

const Texts = createContext<BrowserTexts>({} as BrowserTexts);

export function BrowserTextsProvider({ texts, children }: { texts: BrowserTexts; children: ReactNode }) {
  return <Texts value={texts}>{children}</Texts>;
}

/** The texts of client components, in the language of the page. */
export const useTexts = () => useContext(Texts);

export const fill = (text: string, values: Record<string, string | number>) =>
  text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));

/** `#` is the number, as `shown` where it is written otherwise. */
export function count(
  { language }: Pick<BrowserTexts, "language">,
  forms: PluralForms,
  number: number,
  shown: string | number = number,
): string {
  return (forms[pluralRules(language).select(number)] ?? forms.other).replace("#", String(shown));
}
