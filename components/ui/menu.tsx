import clsx from "clsx";
import type { ReactNode } from "react";

type Props = {
  id: string;
  label: ReactNode;
  /** What it is called, if its label does not say it all. */
  name?: string;
  buttonClass: string;
  panelClass?: string;
  children: ReactNode;
};

/** The class of a link or button in a menu. */
export const menuItem = "menu-item";

/** A native popover with links: the browser opens it, and closes it on Esc or a click elsewhere. */
export function Menu({ id, label, name, buttonClass, panelClass, children }: Props) {
  return (
    <div className="menu">
      <button type="button" popoverTarget={id} aria-label={name} className={buttonClass}>
        {label}
      </button>
      <div id={id} popover="auto" className={clsx("menu-panel", panelClass)}>
        {children}
      </div>
    </div>
  );
}
