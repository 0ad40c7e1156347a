import { z } from "zod";
import { languageOf } from "../messages/languages";
import { messageCode } from "../messages/said";
import type { MessageCode } from "../messages/translate";
import { refuse } from "../refusal";
import { inLatinDigits } from "../text/digits";
import { isUnseen } from "../text/tidy";
import { emailInput } from "./address";
import { languageTags } from "./language-tags";
import { maxName } from "./name-length";
import { passwordLength } from "./password-rules";
import { imitatesDesk } from "./reserved-names";
import { readTimeZone } from "./time-zones";

const isNotHuge = (text: string) => text.length <= 1_000;
const tooLong = (code: MessageCode, maximum: number) => ({ error: messageCode(code), params: { maximum } });

const passwordOf = (missing: MessageCode) =>
  z
    .string({ error: messageCode(missing) })
    .min(1, messageCode(missing))
    .refine(isNotHuge, tooLong("accounts.password.too_long", passwordLength.max));

const password = passwordOf("accounts.password.missing");

export const nameInput = z
  .string({ error: messageCode("accounts.name.missing") })
  // Limits the length first: normalising takes quadratic time in consecutive combining marks.
  .refine(isNotHuge, tooLong("accounts.name.too_long", maxName))
  .transform(text => text.normalize("NFKC").replace(/\s+/g, " ").trim())
  .pipe(
    z
      .string()
      .refine(name => !isUnseen(name), messageCode("accounts.name.missing"))
      .max(maxName, messageCode("accounts.name.too_long"))
      // Names appear in mails to others, where a link or a line break would be an attack.
      .refine(isPrintable, messageCode("accounts.name.unprintable"))
      .refine(name => !/https?:|www\.|:\/\//i.test(name), messageCode("accounts.name.web_address")),
  );

/** Refuses invisible and bidi control characters, but allows the joiners between letters (Persian, Hindi). */
function isPrintable(name: string): boolean {
  const joined =
    /(?<=[\p{L}\p{M}\p{Extended_Pictographic}])[\u200c\u200d](?=[\p{L}\p{M}\p{Extended_Pictographic}])/gu;
  return /^[^\p{C}<>]*$/u.test(name.replace(joined, ""));
}

/** @throws Refusal invalid if a customer's name could be taken for the desk's */
export function requireOwnName(name: string, deskName: string): void {
  if (imitatesDesk(name, deskName)) throw refuse("name.imitates_desk", {}, { field: "name" });
}

const timeZoneInput = z
  .string({ error: messageCode("accounts.time_zone.missing") })
  .max(100, messageCode("accounts.time_zone.missing"))
  .transform((wish, context) => {
    const zone = readTimeZone(wish);
    const message = messageCode("accounts.time_zone.missing");
    if (zone === null) context.addIssue({ code: "custom", message });
    return zone ?? z.NEVER;
  });

export const profileInput = z.strictObject({
  name: nameInput,
  timeZone: timeZoneInput,
  language: z
    .enum(languageTags, { error: messageCode("accounts.language.missing") })
    .refine(tag => languageOf(tag) !== null, messageCode("accounts.language.missing"))
    .nullable(),
});

const customerNameInput = (deskName: string) =>
  nameInput.refine(name => !imitatesDesk(name, deskName), messageCode("refusals.name.imitates_desk.field"));

export const signUpInput = (deskName: string) =>
  z.strictObject({ name: customerNameInput(deskName), email: emailInput, password });
export const signInInput = z.strictObject({ email: emailInput, password });

export const codeInput = z
  .string({ error: messageCode("accounts.code.misfit") })
  .max(1_000, messageCode("accounts.code.misfit"))
  .transform(text => inLatinDigits(text.replace(/[\s\p{Cf}]/gu, "")))
  .pipe(z.string().regex(/^\d{6}$/, messageCode("accounts.code.misfit")));
export const emailOnlyInput = z.strictObject({ email: emailInput });
export const newPasswordInput = passwordOf("accounts.password.new_missing");

export const choiceInput = (deskName: string) =>
  z.strictObject({ name: customerNameInput(deskName), password: newPasswordInput });

const currentPassword = passwordOf("accounts.password.current_missing");

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
