"use client";

import { createContext, useContext } from "react";
import type { FormState } from "@/lib/form/form-state";
import { inputId } from "@/lib/form/input-id";

type Context = {
  formId: string;
  state: FormState;
  isPending: boolean;
  /** What was typed before and not sent, by the names of the fields. */
  kept?: Record<string, string | string[]>;
  /** Where its draft and its files are kept. */
  draft?: { person: string; place: string };
  /** Files that are being sent; each tells in the end whether it was kept. */
  uploads: Set<Promise<boolean>>;
};

export const FormContext = createContext<Context>({
  formId: "form",
  state: null,
  isPending: false,
  uploads: new Set(),
});

export const useForm = () => useContext(FormContext);

export type FieldState = { id: string; errors: string[]; typed: string | string[] | undefined };

/** What the last answer of the server said about one field, or else what a draft keeps of it; names such as `answers.browser` reach inside. */
export function useField(name: string): FieldState {
  const { formId, state, kept } = useForm();
  const errors = state?.error?.[name] ?? [];
  // What was sent empty comes back as nothing at all; it must not be filled with the default again.
  const typed = state?.initialValue ? (typedIn(state.initialValue, name) ?? "") : kept && (kept[name] ?? "");
  return { id: inputId(formId, name), errors, typed };
}

export function typedIn(values: unknown, name: string): string | string[] | undefined {
  let value = values;
  for (const key of name.split(".")) value = (value as Record<string, unknown> | null | undefined)?.[key];
  return value as string | string[] | undefined;
}

/** The ids that describe an input: its help, then what is wrong with it. */
export function describedBy(id: string, hasHelp: boolean, hasErrors: boolean): string | undefined {
  const ids = [hasHelp && `${id}-help`, hasErrors && `${id}-error`].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}
