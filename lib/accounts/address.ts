import { z } from "zod";
import { messageCode } from "../messages/said";
import { addressOf } from "../text/email-address";

const maximum = 254;

export const emailInput = z
  .string({ error: messageCode("validation.email.missing") })
  .transform((typed, context) => {
    const address = addressOf(typed);
    const isTooLong = typed.trim().length > maximum;
    const message = messageCode(isTooLong ? "validation.email.too_long" : "validation.email.misfit");
    if (address === null) context.addIssue({ code: "custom", message, params: { maximum } });
    return address ?? z.NEVER;
  });
