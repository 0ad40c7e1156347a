import { z } from "zod";
import { emailInput } from "../accounts/address";
import { messageCode } from "../messages/said";

export const personInput = z.strictObject({ person: z.uuid(messageCode("validation.misfit")) });
export const askForErasureInput = personInput.extend({ email: emailInput });
export const findPersonInput = z.strictObject({ email: emailInput });

export type AskForErasureInput = z.output<typeof askForErasureInput>;
