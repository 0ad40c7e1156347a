"use client";

import { useEffect, useState } from "react";
import { wayBack } from "./rows";

/** The address of the list that one came from. `usual`: until script has looked, or where the tab knows of none. */
export function useWayBack(usual: string, path?: string): string {
  const [href, setHref] = useState(usual);
  useEffect(() => setHref(wayBack(path) ?? usual), [path, usual]);
  return href;
}
