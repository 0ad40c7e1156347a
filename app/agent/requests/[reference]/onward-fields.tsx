"use client";

import { useEffect, useState } from "react";
import { onwardFrom } from "@/components/keyboard/rows";

type Onward = { next?: string; list?: string; queue?: string };

/**
 * What this tab knows of the list that the request was opened from, by the request's path; without script, only what the
 * server knows of it.
 */
export function useOnward(path?: string, queue?: string): Onward {
  const [onward, setOnward] = useState<Onward>(queue === undefined ? {} : { queue });
  useEffect(() => setOnward(onwardFrom(path)), [path]);
  return onward;
}

/** For forms that have a page of their own. */
export const OnwardFields = ({ path }: { path: string }) =>
  Object.entries(useOnward(path)).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
