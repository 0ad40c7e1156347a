import type { ReactNode } from "react";
import { ListBeside } from "./list-beside";

/** A layout is kept from page to page, and so is the list in it when the next request opens. */
export default function RequestsLayout({ children }: { children: ReactNode }) {
  return (
    <div className="with-list">
      <ListBeside />
      <div id="open-request">{children}</div>
    </div>
  );
}
