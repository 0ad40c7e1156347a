"use client";

import { createContext, type ReactNode, use } from "react";
import { InBrowser } from "@/components/ui/in-browser";
import { menuItem } from "@/components/ui/menu";
import { drawName } from "@/lib/form/form-state";

/** The same page with everything drawn, for those without script. */
export type ToldAll = { href: string; label: string };

const All = createContext<ToldAll>({ href: "", label: "" });

export const AllAt = ({ told, children }: { told: ToldAll; children: ReactNode }) => (
  <All value={told}>{children}</All>
);

/** What a menu or a fold holds. Without script a link stands there, to the page that has it drawn. */
export function Folded({ children }: { children: ReactNode }) {
  const { href, label } = use(All);
  const link = (
    <a href={href} className={menuItem}>
      {label}
    </a>
  );
  return <InBrowser without={link}>{children}</InBrowser>;
}

/** As `Folded`, within a form: what is typed there comes along to that page. `kept`: what the form sends until then. */
export function FoldedInForm({ kept, children }: { kept: ReactNode; children: ReactNode }) {
  const { href, label } = use(All);
  const button = (
    <>
      <button type="submit" name={drawName} value="all" formAction={href} className={menuItem}>
        {label}
      </button>
      {kept}
    </>
  );
  return <InBrowser without={button}>{children}</InBrowser>;
}
