"use client";

import { useField } from "./form-context";

type Props = { name: string; value: string | number };

/** A hidden value that the server may correct for the next attempt. */
export function HiddenField({ name, value }: Props) {
  const { typed } = useField(name);
  return <input type="hidden" name={name} value={typeof typed === "string" && typed ? typed : value} />;
}
