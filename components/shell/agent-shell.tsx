"use client";

import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";
import { AgentHeader } from "./agent-header";

type Props = ComponentProps<typeof AgentHeader> & {
  /** Lists take the whole width of a screen. */
  isWide?: boolean;
  children: ReactNode;
};

export function AgentShell({ isWide, children, ...header }: Props) {
  return (
    <>
      <AgentHeader {...header} />
      <main id="main" tabIndex={-1} className={clsx("agent-main", isWide && "agent-main-wide")}>
        {children}
      </main>
    </>
  );
}
