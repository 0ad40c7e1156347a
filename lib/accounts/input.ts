import { z } from "zod";
import { refuse } from "../refusal";
import { isUnseen } from "../text/tidy";
import { emailInput } from "./address";
import { languageTags } from "./languages";
import { imitatesDesk } from "./reserved-names";
import { readTimeZone } from "./time-zones";

const password = z.string({ error: "Enter your password." }).min(1, "Enter your password.").max(1_000);

export const nameInput = z
  .string({ error: "Enter your name." })
  // Limits the length first: normalising takes quadratic time in consecutive combining marks.
  .max(1_000, "Please keep your name under 80 characters.")
  .transform(text => text.normalize("NFKC").replace(/\s+/g, " ").trim())
  .pipe(
    z
      .string()
      .refine(name => !isUnseen(name), "Enter your name.")
      .max(80, "Please keep your name under 80 characters.")
      // Names appear in mails to others, where a link or a line break would be an attack.
      .refine(isPrintable, "Please leave out < > and control characters.")
      .refine(name => !/https?:|www\.|:\/\//i.test(name), "Please leave out web addresses."),
  );

/** Refuses invisible and bidi control characters, but allows the joiners between letters (Persian, Hindi). */
function isPrintable(name: string): boolean {
  const joined =
    /(?<=[\p{L}\p{M}\p{Extended_Pictographic}])[\u200c\u200d](?=[\p{L}\p{M}\p{Extended_Pictographic}])/gu;
  return /^[^\p{C}<>]*$/u.test(name.replace(joined, ""));
}

const takesDeskName = "Please choose another name: this one could be taken for the desk itself.";

/** @throws Refusal invalid if a customer's name could be taken for the desk's */
export function requireOwnName(name: string, deskName: string): void {
  if (imitatesDesk(name, deskName)) throw refuse("name.imitates_desk", {}, { field: "name" });
}

const timeZoneInput = z
  .string({ error: "Choose your time zone from the list." })
  .max(100, "Choose your time zone from the list.")
  .transform((wish, context) => {
    const zone = readTimeZone(wish);
    if (zone === null) context.addIssue({ code: "custom", message: "Choose your time zone from the list." });
    return zone ?? z.NEVER;
  });

export const profileInput = z.strictObject({
  name: nameInput,
  timeZone: timeZoneInput,
  language: z.enum(languageTags, { error: "Choose a language from the list." }),
});

const customerNameInput = (deskName: string) =>
  nameInput.refine(name => !imitatesDesk(name, deskName), takesDeskName);

export const signUpInput = (deskName: string) =>
  z.strictObject({ name: customerNameInput(deskName), email: emailInput, password });
export const signInInput = z.strictObject({ email: emailInput, password });

export const codeInput = z
  .string({ error: "Enter the six digits from the mail." })
  .max(1_000, "Enter the six digits from the mail.")
  .transform(text => text.replace(/\s/g, ""))
  .pipe(z.string().regex(/^\d{6}$/, "Enter the six digits from the mail."));
export const emailOnlyInput = z.strictObject({ email: emailInput });
export const newPasswordInput = z
  .string({ error: "Enter a new password." })
  .min(1, "Enter a new password.")
  .max(1_000, "Please keep the password under 200 characters.");

export const choiceInput = (deskName: string) =>
  z.strictObject({ name: customerNameInput(deskName), password: newPasswordInput });

const currentPassword = z
  .string({ error: "Enter your current password." })
  .min(1, "Enter your current password.")
  .max(1_000);

export const emailChangeInput = z.strictObject({ email: emailInput, currentPassword });
export const passwordChangeInput = z.strictObject({
  currentPassword,
  password: newPasswordInput,
});

export type EmailChangeInput = z.output<typeof emailChangeInput>;
export type PasswordChangeInput = z.output<typeof passwordChangeInput>;
export type ProfileInput = z.output<typeof profileInput>;
export type SignUpInput = z.output<ReturnType<typeof signUpInput>>;
export type SignInInput = z.output<typeof signInInput>;
