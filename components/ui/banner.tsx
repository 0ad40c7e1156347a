import clsx from "clsx";
import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

export type BannerTone = "info" | "good" | "warn" | "bad";

const icons: Record<BannerTone, IconName> = {
  info: "info",
  good: "circle-check",
  warn: "triangle-alert",
  bad: "circle-alert",
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
  return (
    <div role={role} id={id} tabIndex={tabIndex} className={clsx("banner", `banner-${tone}`, className)}>
      <Icon name={icons[tone]} />
      <div>
        <div className="banner-text">
          {title && <p>{title}</p>}
          {children && <div>{children}</div>}
        </div>
        {action}
      </div>
    </div>
  );
}
