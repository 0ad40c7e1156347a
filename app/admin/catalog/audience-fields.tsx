"use client";

import { useState } from "react";
import { useField } from "@/components/form/form-context";
import { OptionsField } from "@/components/form/options-field";
import { TextField } from "@/components/form/text-field";

type Props = {
  label: string;
  options: { value: string; label: string }[];
  chosen: string;
  which: { label: string; help: string; value: string };
};

/** Who sees a type, and which organisations if it is for some. */
export function AudienceFields({ label, options, chosen, which }: Props) {
  const { typed } = useField("audience");
  const [audience, choose] = useState(typeof typed === "string" ? typed : chosen);
  return (
    <div
      className="grid gap-4"
      onChange={({ target }) => {
        if (target instanceof HTMLInputElement && target.name === "audience") choose(target.value);
      }}
    >
      <OptionsField name="audience" label={label} options={options} defaultValue={chosen} />
      {audience === "organisations" && (
        <TextField
          name="organisations"
          label={which.label}
          help={which.help}
          rows={4}
          defaultValue={which.value}
        />
      )}
    </div>
  );
}
