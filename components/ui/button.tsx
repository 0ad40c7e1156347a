import clsx from "clsx";
import type { ComponentProps } from "react";
import { type ButtonSize, type ButtonVariant, buttonClass } from "./button-class";
import { Icon, type IconName } from "./icon";

type Look = { variant?: ButtonVariant; size?: ButtonSize; icon?: IconName };

/** Submits its form unless `type` says otherwise. */
export function Button({
  variant,
  size,
  icon,
  className,
  children,
  type = "submit",
  ...rest
}: Look & ComponentProps<"button">) {
  return (
    <button type={type} className={clsx(buttonClass(variant, size), className)} {...rest}>
      {icon && <Icon name={icon} className="-ms-0.5" />}
      {children}
    </button>
  );
}

export function ButtonLink({
  variant,
  size,
  icon,
  className,
  children,
  ...rest
}: Look & ComponentProps<"a"> & { href: string }) {
  return (
    <a className={clsx(buttonClass(variant, size), className)} {...rest}>
      {icon && <Icon name={icon} className="-ms-0.5" />}
      {children}
    </a>
  );
}
