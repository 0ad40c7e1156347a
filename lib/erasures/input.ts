import { z } from "zod";
import { emailInput } from "../accounts/address";
import { messageCode } from "../messages/said";

export const personInput = z.strictObject({ person: z.uuid(messageCode("validation.misfit")) });
export const askForErasureInput = personInput.extend({
  email: z.string(messageCode("refusals.erasure.other_address.field")).pipe(emailInput),
});
export const findPersonInput = z.strictObject({ email: emailInput });

export type AskForErasureInput = z.output<typeof askForErasureInput>;
