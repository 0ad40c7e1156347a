"use client";

import clsx from "clsx";
import type { ReactNode } from "react";
import { useTexts } from "@/components/messages/browser-texts";
import { FormIcon } from "./form-icon";

export type Need = "required" | "optional" | "depends" | "unsaid";

type Props = {
  id: string;
  label: string;
  need?: Need;
  help?: ReactNode;
  errors: string[];
  /** Group inputs in a fieldset with a legend; a single input gets a label. */
  group?: boolean;
  className?: string;
  children: ReactNode;
};

export function Field({
  id,
  label,
  need = "unsaid",
  help,
  errors,
  group = false,
  className,
  children,
}: Props) {
  const Box = group ? "fieldset" : "div";
  const Label = group ? "legend" : "label";
  const isWrong = errors.length > 0;
  const texts = useTexts();
  return (
    <Box
      id={group ? id : `${id}-field`}
      tabIndex={group ? -1 : undefined}
      aria-describedby={group && (help || isWrong) ? `${id}-help ${id}-error` : undefined}
      className={clsx("min-w-0", isWrong && "border-bad border-l-2 pl-4", className)}
    >
      <Label htmlFor={group ? undefined : id} className="mb-1.5 block font-medium text-ink text-sm">
        {label} <NeedMark need={need} />
      </Label>
      {help && (
        <p id={`${id}-help`} className="-mt-0.5 mb-2 max-w-prose text-ink-soft text-sm">
          {help}
        </p>
      )}
      {isWrong && (
        <p id={`${id}-error`} className="mb-2 flex gap-1.5 font-medium text-bad text-sm">
          <FormIcon name="wrong" className="mt-0.5" />
          <span>
            <span className="sr-only">{texts["form.error"]} </span>
            {errors[0]}
          </span>
        </p>
      )}
      {children}
    </Box>
  );
}

/** The word instead of an asterisk. If it depends on another answer, the form's style sheet picks it. */
function NeedMark({ need }: { need: Need }) {
  const texts = useTexts();
  if (need === "unsaid") return null;
  return (
    <>
      {need !== "optional" && (
        <span className="need-required ml-2 font-normal text-accent-text text-xs">
          {texts["form.required"]}
        </span>
      )}
      {need !== "required" && (
        <span className="need-optional ml-2 font-normal text-ink-faint text-xs">
          {texts["form.optional"]}
        </span>
      )}
    </>
  );
}
