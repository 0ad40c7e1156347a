import clsx from "clsx";
import type { LucideIconData } from "lucide-react";
import { createElement } from "react";
import { type IconName, iconSources, isIconName } from "./icon-sources";

export type { IconName };

/** The icon's drawing, which the module exports but its types omit (an alias has none). */
const drawing = (source: object) => (source as { __iconData?: LucideIconData }).__iconData?.node ?? [];

/** Names come from the catalog as text, so an unknown one falls back to a plain page. */
export function Icon({ name, className }: { name: string; className?: string }) {
  const nodes = drawing(iconSources[isIconName(name) ? name : "file-text"]);
  // The library's own component would be hydrated in the browser, icon by icon.
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
