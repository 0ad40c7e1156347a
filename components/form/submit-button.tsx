"use client";

import clsx from "clsx";
import type { ComponentProps } from "react";
import { useTexts } from "@/components/messages/browser-texts";
import { type ButtonSize, type ButtonVariant, buttonClass } from "@/components/ui/button-class";
import { useForm } from "./form-context";

type Props = ComponentProps<"button"> & { working?: string; variant?: ButtonVariant; size?: ButtonSize };

/** Shows progress; never `disabled`, which would drop the focus. */
export function SubmitButton({ children, working, variant = "primary", size, className, ...rest }: Props) {
  const texts = useTexts();
  const { isPending } = useForm();
  return (
    <button
      type="submit"
      aria-disabled={isPending || undefined}
      className={clsx(buttonClass(variant, size), className)}
      {...rest}
    >
      {isPending ? (working ?? texts["form.sending"]) : children}
    </button>
  );
}
