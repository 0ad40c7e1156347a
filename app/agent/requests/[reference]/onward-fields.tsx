"use client";

import { useEffect, useState } from "react";
import { onwardFrom } from "@/components/keyboard/rows";

/** What this tab knows of the list that the request was opened from, by the request's path. */
export function useOnward(path?: string): { next?: string; list?: string } {
  const [onward, setOnward] = useState<{ next?: string; list?: string }>({});
  useEffect(() => setOnward(onwardFrom(path)), [path]);
  return onward;
}

/** For forms that have a page of their own. */
export const OnwardFields = ({ path }: { path: string }) =>
  Object.entries(useOnward(path)).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
