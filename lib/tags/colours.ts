import { TagColour } from "../generated/enums";

export type { TagColour };

export const tagColours = Object.values(TagColour);
