"use client";

import { createContext, useContext } from "react";
import type { FormState } from "@/lib/form/form-state";
import { inputId } from "@/lib/form/input-id";

type Context = {
  formId: string;
  state: FormState;
  isPending: boolean;
  isOneField: boolean;
  /** Fields whose error is out of date, because they hold something else by now. */
  mended: ReadonlySet<string>;
  kept?: Record<string, string | string[]>;
  draft?: { person: string; place: string };
  /** Running uploads; each resolves to whether the file was kept. */
  uploads: Set<Promise<boolean>>;
};

/** Who the page was rendered for, signed, where all its forms take it from here. */
export const OpenerContext = createContext("");

/** Where the page's forms are sent without script, if it is not the address of the page. */
export const AddressContext = createContext<string | undefined>(undefined);

export const noneMended: ReadonlySet<string> = new Set();

export const FormContext = createContext<Context>({
  formId: "form",
  state: null,
  isPending: false,
  isOneField: false,
  mended: noneMended,
  uploads: new Set(),
});

export const useForm = () => useContext(FormContext);

export type FieldState = {
  id: string;
  errors: string[];
  typed: string | string[] | undefined;
  /** Gives the field the focus when a refused form comes back without script. */
  autoFocus: boolean | undefined;
};

/** A field's state from the last answer, or from the draft. Names such as `answers.browser` are paths. */
export function useField(name: string): FieldState {
  const { formId, state, isOneField, mended, kept } = useForm();
  const errors = mended.has(name) ? [] : (state?.error?.[name] ?? []);
  // Empty values are missing from the answer; do not fill in the default again.
  const typed = state?.initialValue ? (typedIn(state.initialValue, name) ?? "") : kept && (kept[name] ?? "");
  return {
    id: inputId(formId, name),
    errors,
    typed,
    autoFocus: (isOneField && errors.length > 0) || undefined,
  };
}

export function typedIn(values: unknown, name: string): string | string[] | undefined {
  let value = values;
  for (const key of name.split(".")) value = (value as Record<string, unknown> | null | undefined)?.[key];
  return value as string | string[] | undefined;
}

/** The value of aria-describedby: help first, then errors. */
export function describedBy(id: string, hasHelp: boolean, hasErrors: boolean): string | undefined {
  const ids = [hasHelp && `${id}-help`, hasErrors && `${id}-error`].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}
