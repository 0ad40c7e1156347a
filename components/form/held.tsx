"use client";

import { type ReactNode, useState } from "react";

/** Stays as it was when it came: what is drawn again beneath must not change what is being typed, nor what it is based on. */
export function Held({ children }: { children: ReactNode }) {
  const [first] = useState(children);
  return first;
}
