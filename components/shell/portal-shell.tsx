"use client";

import type { ComponentProps, ReactNode } from "react";
import { Footer } from "./footer";
import { PortalHeader } from "./portal-header";

type Props = ComponentProps<typeof PortalHeader> & {
  /** News that concern every page. */
  notice?: ReactNode;
  footerLinks?: ComponentProps<typeof Footer>["links"];
  children: ReactNode;
};

/** Drawn in the browser, too: a page brings along what its frame shows instead of all its elements. */
export function PortalShell({ notice, footerLinks, children, ...header }: Props) {
  return (
    <>
      <PortalHeader {...header} />
      <main id="main" tabIndex={-1} className="portal-main">
        {notice}
        {children}
      </main>
      <Footer deskName={header.deskName} links={footerLinks} />
    </>
  );
}
