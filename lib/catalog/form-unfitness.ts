import type { Field, FieldKind } from "./fields";
import { isForAgents } from "./for-agents";
import { type Problem, problemsOf } from "./form-problems";
import { problemOfPattern } from "./pattern";
import type { SharedLists } from "./shared-lists";

/** By the keys that answers have been given under: of what kind these are, and whether agents alone were asked. */
export type Used = Record<string, { kind: FieldKind; agentsOnly: boolean }>;

/** All that keeps a draft from being published. @param lists as for `problemsOf` */
export const unfitness = (fields: Field[], used: Used, lists: SharedLists | null): Problem[] => [
  ...problemsOf(fields, lists, problemOfPattern),
  ...fields.flatMap((field): Problem[] => {
    const was = Object.hasOwn(used, field.key) ? used[field.key] : undefined;
    if (!was) return [];
    const { key, kind } = field;
    if (was.kind !== kind) return [{ key, at: "kind", said: { code: "form_builder.problem.kind" } }];
    if (was.agentsOnly === isForAgents(field)) return [];
    return [{ key, at: "agentsOnly", said: { code: "form_builder.problem.asked_others" } }];
  }),
];
