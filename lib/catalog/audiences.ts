import { TypeAudience } from "../generated/enums";

export type { TypeAudience };

export const audiences = Object.values(TypeAudience);
