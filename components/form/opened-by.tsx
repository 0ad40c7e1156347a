"use client";

import type { ReactNode } from "react";
import { OpenerContext } from "./form-context";

export function OpenedBy({ opener, children }: { opener: string; children: ReactNode }) {
  return <OpenerContext value={opener}>{children}</OpenerContext>;
}
