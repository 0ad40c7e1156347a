import type { Field, FieldKind } from "./fields";
import { type Problem, problemsOf } from "./form-problems";
import { problemOfPattern } from "./pattern";

/** All that keeps a draft from being published. @param used kinds by the keys that answers have been given under */
export const unfitness = (fields: Field[], used: Record<string, FieldKind>): Problem[] => [
  ...problemsOf(fields, problemOfPattern),
  ...fields
    .filter(({ key, kind }) => Object.hasOwn(used, key) && used[key] !== kind)
    .map(({ key }): Problem => ({ key, at: "kind", said: { code: "form_builder.problem.kind" } })),
];
