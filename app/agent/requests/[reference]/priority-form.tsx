import { prioritise } from "@/app/(portal)/requests/[reference]/actions";
import { FormBody } from "@/components/form/form-body";
import { SavingSelect } from "@/components/form/saving-select";
import type { RequestInView } from "@/lib/requests/view";

export type ToldPriority = {
  /** Of its form. */
  id: string;
  label: string;
  value: string;
  options: [value: string, label: string][];
  save: { label: string; working: string };
};

export function PriorityForm({ on, told }: { on: RequestInView; told: ToldPriority }) {
  const { id, label, value, options, save } = told;
  return (
    <FormBody
      action={prioritise}
      id={id}
      labels={{ to: label }}
      hidden={{ ...on, from: value }}
      className={`priority-mark ${value}`}
    >
      <SavingSelect
        name="to"
        label={label}
        value={value}
        options={options.map(([value, label]) => ({ value, label }))}
        save={save}
      />
    </FormBody>
  );
}
