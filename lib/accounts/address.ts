import { z } from "zod";

/**
 * One plain e-mail address, brought to the form in which it is stored and compared: NFKC and lower case first,
 * then checked, so that look-alike characters cannot slip past the check.
 */
export const emailInput = z
  .string({ error: "Enter your e-mail address." })
  .max(1_000, "Please keep the address under 254 characters.")
  .transform(text => text.normalize("NFKC").trim().toLowerCase())
  .pipe(
    z
      .email("Enter an e-mail address such as name@example.org.")
      .max(254, "Please keep the address under 254 characters."),
  );
