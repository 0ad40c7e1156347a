"use client";

import { useField } from "./form-context";

type Props = { name: string; value: string | number };

/** A value that goes along unseen; the server may correct it for the next try. */
export function HiddenField({ name, value }: Props) {
  const { typed } = useField(name);
  return (
    <input type="hidden" name={name} value={typeof typed === "string" && typed ? typed : value} readOnly />
  );
}
