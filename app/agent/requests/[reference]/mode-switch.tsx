"use client";

import { useField } from "@/components/form/form-context";
import { modeClass } from "@/lib/desk/mode-class";

export type ToldMode = {
  value: string;
  label: string;
  hint: string;
  /** What its button says, if not the same. */
  button?: string;
  isInternal?: true;
};

/** Radio buttons drawn as a row of tabs; the hint of the chosen one stands below. */
export function ModeSwitch({ legend, modes }: { legend: string; modes: ToldMode[] }) {
  const { id, typed } = useField("mode");
  const chosen = modes.some(mode => mode.value === typed) ? typed : modes[0]?.value;
  return (
    <fieldset id={id} tabIndex={-1}>
      <legend className="sr-only">{legend}</legend>
      <div className="mode-tabs">
        {modes.map(({ value, label }) => (
          <label key={value}>
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
      <div className="mode-hints">
        {modes.map(({ value, hint }) => (
          <p key={value} className={modeClass(value)}>
            {hint}
          </p>
        ))}
      </div>
    </fieldset>
  );
}
