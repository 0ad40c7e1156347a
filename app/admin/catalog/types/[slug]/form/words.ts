"use client";

import { createContext, useContext } from "react";
import { fill } from "@/components/messages/browser-texts";
import type { SharedLists } from "@/lib/catalog/shared-lists";
import type { Said } from "@/lib/messages/said";
import type { BuilderTexts } from "./texts";

export const TextsContext = createContext({} as BuilderTexts);

/** All lists of the desk, which questions can offer. */
export const ListsContext = createContext<SharedLists>({});

export const useBuilderTexts = () => useContext(TextsContext);

/** Says what the rules of forms have found. */
export function useSay(): (said: Said) => string {
  const texts = useBuilderTexts();
  return ({ code, params = {} }) =>
    fill(texts[code.replace("form_builder.", "") as keyof BuilderTexts], params as Record<string, string>);
}
