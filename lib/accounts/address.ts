import { z } from "zod";
import { addressOf } from "../text/email-address";

export const emailInput = z
  .string({ error: "Enter your email address." })
  .max(1_000, "Please keep the address under 254 characters.")
  .transform((typed, context) => {
    const address = addressOf(typed);
    const message =
      typed.trim().length > 254
        ? "Please keep the address under 254 characters."
        : "Enter an email address such as name@example.org.";
    if (address === null) context.addIssue({ code: "custom", message });
    return address ?? z.NEVER;
  });
