"use client";

import { useField } from "@/components/form/form-context";

type Mode = { value: string; label: string; hint: string; className: string };

/** Radio buttons drawn as a row of tabs; the hint of the chosen one stands below. */
export function ModeSwitch({ legend, modes }: { legend: string; modes: Mode[] }) {
  const { id, typed } = useField("mode");
  const chosen = modes.some(mode => mode.value === typed) ? typed : modes[0]?.value;
  return (
    <fieldset id={id} tabIndex={-1}>
      <legend className="sr-only">{legend}</legend>
      <div className="flex flex-wrap gap-1.5">
        {modes.map(({ value, label }) => (
          <label
            key={value}
            className="inline-flex min-h-9 cursor-pointer items-center rounded-lg border border-line px-3 font-medium text-ink-soft text-sm hover:bg-sunken has-checked:border-accent has-checked:bg-accent-soft has-checked:text-accent-text has-focus-visible:outline-2 has-focus-visible:outline-accent-text has-focus-visible:outline-offset-2"
          >
            <input
              id={`${id}-${value}`}
              type="radio"
              name="mode"
              value={value}
              defaultChecked={value === chosen}
              className="sr-only"
            />
            {label}
          </label>
        ))}
      </div>
      <div className="mt-2 text-ink-soft text-sm">
        {modes.map(({ value, hint, className }) => (
          <p key={value} className={className}>
            {hint}
          </p>
        ))}
      </div>
    </fieldset>
  );
}
