"use client";

import { useState } from "react";
import { useField } from "@/components/form/form-context";
import { SelectField } from "@/components/form/select-field";

type Choice = { value: string; label: string };
type Question = Choice & {
  options: { name: string; label: string; priorities: Choice[]; chosen: string }[];
};

type Props = {
  field: { label: string; none: string; chosen: string };
  questions: Question[];
};

/** The question whose answer decides, and a priority for each answer to that. */
export function RuleFields({ field, questions }: Props) {
  const { typed } = useField("field");
  const [chosen, choose] = useState(typeof typed === "string" ? typed : field.chosen);
  const question = questions.find(({ value }) => value === chosen);
  return (
    <div
      className="grid gap-4"
      onChange={({ target }) => {
        if (target instanceof HTMLSelectElement && target.name === "field") choose(target.value);
      }}
    >
      <SelectField
        name="field"
        label={field.label}
        emptyLabel={field.none}
        options={questions}
        defaultValue={field.chosen}
      />
      {question?.options.map(({ name, label, priorities, chosen: priority }) => (
        <SelectField key={name} name={name} label={label} options={priorities} defaultValue={priority} />
      ))}
    </div>
  );
}
