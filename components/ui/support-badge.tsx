import clsx from "clsx";
import type { Translator } from "@/lib/messages/translate";
import { Icon } from "./icon";

/** Marks people who act for the desk. Rendered by the page, so no name can contain it. */
export function SupportBadge({ t, className }: { t: Translator; className?: string }) {
  return (
    <span
      className={clsx(
        "inline-flex select-none items-center gap-1 rounded-md border border-accent-line bg-surface px-1.5 align-middle font-medium text-accent-text text-xs leading-5",
        className,
      )}
    >
      <Icon name="headset" className="size-3" />
      {t("shell.support")}
    </span>
  );
}
