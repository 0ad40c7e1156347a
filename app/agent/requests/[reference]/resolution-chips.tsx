import { Field } from "@/components/form/field";
import { useField } from "@/components/form/form-context";

export type ToldChips = {
  label: string;
  options: [value: string, label: string][];
  /** The one that this agent chose last. */
  last?: string;
};

/** All that can be chosen from in sight, the last choice first at hand. */
export function ResolutionChips({ label, options, last }: ToldChips) {
  const { id, errors, typed } = useField("resolution");
  const chosen = typed || last;
  return (
    <Field id={id} label={label} errors={errors} group>
      <div className="mode-tabs">
        {options.map(([value, text]) => (
          <label key={value}>
            <input
              type="radio"
              name="resolution"
              value={value}
              defaultChecked={value === chosen}
              className="sr-only"
            />
            {text}
          </label>
        ))}
      </div>
    </Field>
  );
}
