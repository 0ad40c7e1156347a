import { z } from "zod";

export const releaseForm = z.strictObject({ delivery: z.uuid() });
export const liftForm = z.strictObject({ email: z.string().max(254) });
