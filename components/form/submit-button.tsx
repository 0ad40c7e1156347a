"use client";

import clsx from "clsx";
import type { ComponentProps } from "react";
import { type ButtonSize, type ButtonVariant, buttonClass } from "@/components/ui/button-class";
import { useForm } from "./form-context";

type Props = ComponentProps<"button"> & { working?: string; variant?: ButtonVariant; size?: ButtonSize };

/** Shows progress; never `disabled`, which would drop the focus. */
export function SubmitButton({
  children,
  working = "Sending…",
  variant = "primary",
  size,
  className,
  ...rest
}: Props) {
  const { isPending } = useForm();
  return (
    <button
      type="submit"
      aria-disabled={isPending || undefined}
      className={clsx(buttonClass(variant, size), className)}
      {...rest}
    >
      {isPending ? working : children}
    </button>
  );
}
