"use client";

import clsx from "clsx";
import type { ReactNode } from "react";
import { useTexts } from "@/components/messages/browser-texts";
import { Icon } from "@/components/ui/icon";

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
      id={group ? id : undefined}
      tabIndex={group ? -1 : undefined}
      aria-describedby={group && (help || isWrong) ? `${id}-help ${id}-error` : undefined}
      className={clsx("field", isWrong && "wrong", className)}
    >
      <Label dir="auto" htmlFor={group ? undefined : id}>
        {`${label} `}
        <NeedMark need={need} />
      </Label>
      {help && (
        <p id={`${id}-help`} dir="auto" className="help">
          {help}
        </p>
      )}
      {isWrong && (
        <p id={`${id}-error`} className="error">
          <Icon name="wrong" className="mt-0.5" />
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
      {need !== "optional" && <span className="need-required">{texts["form.required"]}</span>}
      {need !== "required" && <span className="need-optional">{texts["form.optional"]}</span>}
    </>
  );
}
