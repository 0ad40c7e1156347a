import { z } from "zod";

/** The newest notice that a page or panel was drawn with. */
export const readAllInput = z.strictObject({ newest: z.bigint().min(0n).max(999_999_999_999_999_999n) });

export type ReadAllInput = z.output<typeof readAllInput>;
