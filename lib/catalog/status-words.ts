import { Status } from "../generated/enums";

/** The statuses that a type can have its own words for. */
export const statusWords = Object.values(Status);
