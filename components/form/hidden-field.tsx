"use client";

import { useField } from "./form-context";

type Props = {
  name: string;
  value: string | number;
  /** Part of a draft, too: what was typed belongs to this value. */
  isKept?: boolean;
};

/** A value that goes along unseen; the server may correct it for the next try. */
export function HiddenField({ name, value, isKept }: Props) {
  const { typed } = useField(name);
  return (
    <input
      type="hidden"
      name={name}
      value={typeof typed === "string" && typed ? typed : value}
      data-kept={isKept}
      readOnly
    />
  );
}
