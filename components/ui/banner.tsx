import clsx from "clsx";
import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

export type BannerTone = "info" | "good" | "warn" | "bad";

const tones: Record<BannerTone, { icon: IconName; box: string; mark: string }> = {
  info: { icon: "info", box: "border-info-line bg-info-soft", mark: "text-info" },
  good: { icon: "circle-check", box: "border-good-line bg-good-soft", mark: "text-good" },
  warn: { icon: "triangle-alert", box: "border-warn-line bg-warn-soft", mark: "text-warn" },
  bad: { icon: "circle-alert", box: "border-bad-line bg-bad-soft", mark: "text-bad" },
};

type Props = {
  tone?: BannerTone;
  title?: string;
  /** `status` for a success, `alert` for urgent news; none for permanent text. */
  role?: "status" | "alert";
  id?: string;
  tabIndex?: -1;
  action?: ReactNode;
  className?: string;
  children?: ReactNode;
};

export function Banner({ tone = "info", title, role, id, tabIndex, action, className, children }: Props) {
  const { icon, box, mark } = tones[tone];
  return (
    <div
      role={role}
      id={id}
      tabIndex={tabIndex}
      className={clsx("flex gap-3 rounded-lg border px-4 py-3 text-sm", box, className)}
    >
      <Icon name={icon} className={clsx("mt-px size-[1.125rem]", mark)} />
      <div className="flex min-w-0 flex-1 flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="wrap-anywhere min-w-0 max-w-prose">
          {title && <p className="font-semibold text-ink">{title}</p>}
          {children && <div className={clsx("text-ink-soft", title && "mt-0.5")}>{children}</div>}
        </div>
        {action}
      </div>
    </div>
  );
}
