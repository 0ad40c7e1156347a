"use client";

import { Line, Tick } from "@/components/form/line";
import type { Field } from "@/lib/catalog/fields";
import { formLimits } from "@/lib/catalog/form-limits";
import type { Properties } from "./drafting";
import { useBuilderTexts } from "./words";

type Props = { field: Field; change: (properties: Properties, mark: string) => void };

/** How long, how much, how early or how many an answer may be. */
export function LimitsEditor({ field, change }: Props) {
  const texts = useBuilderTexts();
  const values = field as unknown as Record<string, number | string | undefined>;
  const number = (name: string, label: string, max: number, isAny = false) => (
    <Line
      key={name}
      label={label}
      type="number"
      {...(!isAny && { min: 1, max })}
      value={String(values[name] ?? "")}
      change={typed => change({ [name]: readNumber(typed, isAny ? null : max) }, name)}
    />
  );
  const moment = (name: "min" | "max") => (
    <Line
      key={name}
      label={texts[`property.${name}.date`]}
      type={field.kind === "date" ? "date" : "datetime-local"}
      value={String(values[name] ?? "")}
      change={typed => change({ [name]: typed }, name)}
    />
  );
  switch (field.kind) {
    case "text":
    case "long_text":
      return (
        <div className="pair">
          {number("minLength", texts["property.minLength"], formLimits.length)}
          {number("maxLength", texts["property.maxLength"], formLimits.length)}
        </div>
      );
    case "email":
    case "url":
    case "phone":
      return number("maxLength", texts["property.maxLength"], formLimits.length);
    case "number":
      return (
        <>
          <div className="pair">
            {number("min", texts["property.min"], 0, true)}
            {number("max", texts["property.max"], 0, true)}
          </div>
          <Tick
            label={texts["property.whole"]}
            checked={field.whole ?? false}
            change={whole => change({ whole }, "")}
          />
        </>
      );
    case "date":
    case "date_time":
      return (
        <div className="pair">
          {moment("min")}
          {moment("max")}
        </div>
      );
    case "multiple_choice":
      return number("max", texts["property.max.count"], formLimits.options);
    case "file":
      return number("max", texts["property.max.count"], 10);
    default:
      return null;
  }
}

/** Counts from 1 to the maximum, or any number. */
function readNumber(typed: string, max: number | null): number | undefined {
  const value = Number(typed);
  if (typed.trim() === "" || !Number.isFinite(value)) return undefined;
  return max === null ? value : Math.min(max, Math.max(1, Math.round(value)));
}
