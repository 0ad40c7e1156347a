import clsx from "clsx";
import type { ReactNode } from "react";
import { type ButtonSize, type ButtonVariant, buttonClass } from "./button-class";
import { Icon, type IconName } from "./icon";

type Props = {
  label: string;
  icon?: IconName;
  variant?: ButtonVariant;
  size?: ButtonSize;
  open?: boolean;
  group?: string;
  id?: string;
  className?: string;
  children: ReactNode;
};

export function Disclosure({ label, icon, variant, size, open, group, id, className, children }: Props) {
  return (
    <details open={open} name={group} id={id} className={clsx("disclosure", className)}>
      <summary className={buttonClass(variant, size)}>
        {icon && <Icon name={icon} className="-ms-0.5" />}
        {label}
        <Icon name="chevron-down" className="disclosure-arrow" />
      </summary>
      <div className="disclosure-body">{children}</div>
    </details>
  );
}
