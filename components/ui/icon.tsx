import clsx from "clsx";
import { type IconName, iconHref } from "@/lib/icons";

export type { IconName };

/** 16 pixels wide unless its class says otherwise. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg aria-hidden="true" className={clsx("icon", className)}>
      <use href={iconHref(name)} />
    </svg>
  );
}
