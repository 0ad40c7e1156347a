"use client";

import { use, useMemo } from "react";
import { readAgentTexts } from "@/lib/messages/agent-texts";
import { type Numbered, spellOut } from "@/lib/messages/numbered";
import { useTexts } from "./browser-texts";

const none: readonly string[] = [];

/** What `numberForAgents` was given. React takes the page over once the texts of its language are there. */
export function useSpelled<T>(told: Numbered<T>): T {
  const known = readAgentTexts(useTexts().language) ?? none;
  const texts = known instanceof Promise ? use(known) : known;
  return useMemo(() => spellOut(told, texts), [told, texts]);
}
