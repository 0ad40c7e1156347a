"use client";

import { Field } from "@/components/form/field";
import { useField } from "@/components/form/form-context";
import { Icon } from "@/components/ui/icon";
import type { TypeIcon } from "@/lib/catalog/icons";
import "./board.css";

type Props = { label: string; icons: { name: TypeIcon; label: string }[]; defaultValue: string };

export function IconField({ label, icons, defaultValue }: Props) {
  const { id, errors, typed } = useField("icon");
  const chosen = typeof typed === "string" ? typed : defaultValue;
  return (
    <Field id={id} label={label} errors={errors} group>
      <div className="icon-choices">
        {icons.map(icon => (
          <label key={icon.name} title={icon.label}>
            <input
              type="radio"
              name="icon"
              value={icon.name}
              aria-label={icon.label}
              defaultChecked={icon.name === chosen}
            />
            <Icon name={icon.name} className="size-5" />
          </label>
        ))}
      </div>
    </Field>
  );
}
