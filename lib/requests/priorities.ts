import { Priority } from "../generated/enums";

export type { Priority };

/** The most urgent first. */
export const priorityNames = Object.values(Priority);
