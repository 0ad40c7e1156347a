import clsx from "clsx";
import type { LucideIconData } from "lucide-react";
import { createElement } from "react";
import { type IconName, iconSources, isIconName } from "./icon-sources";

export type { IconName };

/** Each icon's module also exports its plain drawing, which the library's types leave out (an alias has none). */
const drawing = (source: object) => (source as { __iconData?: LucideIconData }).__iconData?.node ?? [];

/** The catalog stores names as text, so an unknown one shows a plain page rather than failing. */
export function Icon({ name, className }: { name: string; className?: string }) {
  const nodes = drawing(iconSources[isIconName(name) ? name : "file-text"]);
  // Drawn here because the library's own component would be hydrated, icon by icon, in the browser.
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={clsx("shrink-0", className ?? "size-4")}
    >
      {nodes.map(([tag, attributes], index) =>
        createElement(tag, { ...attributes, key: `${name}-${index}` }),
      )}
    </svg>
  );
}
