import { type FormEvent, useState } from "react";
import type { FormState } from "@/lib/form/form-state";

type Typed = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const none: ReadonlySet<string> = new Set();

/** The refused fields that hold something better since, as far as a browser can tell. The server has the last word. */
export function useMended(state: FormState): [ReadonlySet<string>, (event: FormEvent) => void] {
  const [{ mended, of }, set] = useState({ mended: none, of: state });
  const current = of === state ? mended : none;
  function mend({ target }: FormEvent) {
    const { name } = target as Typed;
    if (!state?.error?.[name] || current.has(name) || !isBetter(target as Typed)) return;
    set({ mended: new Set([...current, name]), of: state });
  }
  return [current, mend];
}

function isBetter(field: Typed): boolean {
  if (field instanceof HTMLInputElement && ["checkbox", "radio", "file"].includes(field.type)) return true;
  const room = Number(field.dataset.room ?? Number.POSITIVE_INFINITY);
  if (field.value.trim() === "" || field.value.length > room)
    return field.value === "" && !field.ariaRequired;
  return field.checkValidity();
}
