"use client";

import { type ReactNode, useState } from "react";

/** Keeps its first render: a refresh must not change what is being typed or what it is based on. */
export function Held({ children }: { children: ReactNode }) {
  const [first] = useState(children);
  return first;
}
