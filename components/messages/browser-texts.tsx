"use client";

import { type ComponentProps, createContext, use, useContext, useMemo } from "react";
import {
  type BrowserTexts,
  browserTextsOf,
  type OwnBrowserTexts,
  readBrowserTexts,
} from "@/lib/messages/browser";
import type { PluralForms } from "@/lib/messages/format";
import { pluralRules } from "@/lib/number-formats";

const Texts = createContext(browserTextsOf("en"));

type Props = Pick<ComponentProps<typeof Texts>, "children"> & {
  language: string;
  own?: OwnBrowserTexts;
};

/** React takes the page over once the texts of its language are there. */
export function BrowserTextsProvider({ language, own, children }: Props) {
  const reading = readBrowserTexts(language);
  const spoken = reading && use(reading);
  const texts = useMemo(() => browserTextsOf(language, spoken, own), [language, spoken, own]);
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
