import clsx from "clsx";
import type { ReactNode } from "react";
import { HereLink } from "./here-link";
import { Icon, type IconName } from "./icon";

type MenuProps = {
  id: string;
  label: ReactNode;
  buttonClass: string;
  panelClass?: string;
  children: ReactNode;
};

/** A native popover with links: the browser opens it, and closes it on Esc or a click elsewhere. */
export function Menu({ id, label, buttonClass, panelClass, children }: MenuProps) {
  return (
    <div className="menu">
      <button type="button" popoverTarget={id} className={buttonClass}>
        {label}
      </button>
      <div
        id={id}
        popover="auto"
        className={clsx(
          "menu-panel w-72 max-w-[calc(100vw-2rem)] rounded-xl border border-line bg-raised p-1.5 text-ink shadow-float",
          panelClass,
        )}
      >
        {children}
      </div>
    </div>
  );
}

const itemClass =
  "flex min-h-10 w-full items-center gap-3 rounded-lg px-3 py-2 text-left text-sm text-ink hover:bg-sunken aria-[current]:bg-accent-soft aria-[current]:font-medium aria-[current]:text-accent-text pointer-coarse:min-h-11 focus-visible:outline-offset-[-2px]";

type LinkProps = {
  href: string;
  icon: IconName;
  section?: string;
  hint?: ReactNode;
  label?: string;
  children: ReactNode;
};

/** A full page load on purpose, which closes the panel. */
export function MenuLink({ href, icon, section, hint, label, children }: LinkProps) {
  return (
    <HereLink href={href} section={section} isFullLoad aria-label={label} className={itemClass}>
      <Icon name={icon} className="size-4 text-ink-faint" />
      <span className="flex-1">{children}</span>
      {hint}
    </HereLink>
  );
}

export function MenuButton({ icon, children }: { icon: IconName; children: ReactNode }) {
  return (
    <button type="submit" className={itemClass}>
      <Icon name={icon} className="size-4 text-ink-faint" />
      <span className="flex-1">{children}</span>
    </button>
  );
}

export function MenuDivider() {
  return <hr className="mx-3 my-1.5 border-line" />;
}
