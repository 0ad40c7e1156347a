import type { FormAction } from "@/lib/form/form-state";

/** What React asks of a server action where no script runs. */
type Reference = FormAction & {
  $$FORM_ACTION?: (prefix: string) => Posted;
  $$IS_SIGNATURE_EQUAL?: (id: string, bound: number) => boolean;
};
type Posted = { name?: string; method: string; encType: string; data: object | null };

/** As much of `FormData` as React uses of it. */
class Fields extends Map<string, string> {
  append(name: string, value: string): void {
    this.set(name, value);
  }
}

/**
 * The action as `useActionState` takes it on the server, with its hidden fields written at once. React would have each
 * form wait for a promise of them, and draw it a second time. After an answer with errors, which they carry along, or if a
 * React to come names its fields otherwise, it is left to do so.
 */
export function postable(action: Reference): FormAction {
  const [, id] = /^\$ACTION_ID_(\w+)$/.exec(action.$$FORM_ACTION?.("").name ?? "") ?? [];
  if (!id) return action;
  const fieldsAt = (prefix: string): Posted => ({
    name: `$ACTION_REF_${prefix}`,
    method: "POST",
    encType: "multipart/form-data",
    data: new Fields([
      [`$ACTION_${prefix}:0`, JSON.stringify({ id, bound: "$@1" })],
      [`$ACTION_${prefix}:1`, "[null]"],
    ]),
  });
  const first = Object.assign(() => undefined, { $$FORM_ACTION: fieldsAt });
  return Object.assign<FormAction, object>((state, data) => action(state, data), {
    $$FORM_ACTION: fieldsAt,
    $$IS_SIGNATURE_EQUAL: (other: string, bound: number) => action.$$IS_SIGNATURE_EQUAL?.(other, bound),
    bind: (self: null, state: unknown) =>
      state === null ? first : (action.bind as (...sent: unknown[]) => unknown)(self, state),
  });
}
