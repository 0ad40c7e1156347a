"use client";

import { Field } from "@/components/form/field";
import { describedBy, useField } from "@/components/form/form-context";

type Option = { value: string; label: string; text: string; parts: { name: string; types: string }[] };
type Props = { name: string; label: string; chosen?: string; options: Option[] };

/** One of several catalogs, each with what is in it. */
export function TemplatesField({ name, label, chosen, options }: Props) {
  const { id, errors, typed } = useField(name);
  return (
    <Field id={id} label={label} errors={errors} group>
      <div className="setup-templates">
        {options.map(({ value, label: title, text, parts }, index) => (
          <label key={value}>
            <input
              id={`${id}-${index}`}
              type="radio"
              name={name}
              value={value}
              defaultChecked={value === (typed ?? chosen)}
              aria-labelledby={`${id}-${index}-title`}
              aria-describedby={`${id}-${index}-text ${describedBy(id, false, errors.length > 0) ?? ""}`.trim()}
            />
            <span className="grid gap-2">
              <span id={`${id}-${index}-title`} className="font-medium text-ink">
                {title}
              </span>
              <span id={`${id}-${index}-text`} className="grid gap-2 text-ink-soft text-sm">
                <span>{text}</span>
                {parts.map(part => (
                  <span key={part.name} className="wrap-anywhere">
                    <span className="font-medium">{part.name}:</span> {part.types}
                  </span>
                ))}
              </span>
            </span>
          </label>
        ))}
      </div>
    </Field>
  );
}
