import { formLimits } from "../catalog/form-limits";

export const listLimits = { name: 80, lists: 100, entries: 500, label: formLimits.option } as const;
