import { z } from "zod";
import { emailInput } from "../accounts/address";
import { languageTags } from "../accounts/language-tags";
import { readTimeZone } from "../accounts/time-zones";
import { languageOf, languages } from "../messages/languages";
import { messageCode } from "../messages/said";
import type { MessageCode } from "../messages/translate";
import { domainInput } from "../organisations/input";
import { type SettingName, type SettingValues, signUpChoices, undoChoices } from "../setting-names";
import { tidyLine, tidyLines } from "../text/tidy";

/** Of the desk's name: it is shown at the top of each page, and in the subjects of mails. */
export const maxDeskName = 60;
/** No request body may be larger (lib/gate). */
export const maxFileMegabytes = 25;
const maxDomains = 100;

const whole = (min: number, max: number) => {
  const error = messageCode("settings.number");
  const params = { minimum: min, maximum: max };
  return z.custom<number>(
    value => typeof value === "number" && Number.isInteger(value) && value >= min && value <= max,
    { error, params },
  );
};

/** In characters. */
export const settingLimits = { announcement: 500, mailSender: 60, mailFooter: 500 };

const words = (maximum: number) =>
  z
    .string()
    .transform(text => tidyLines(text.normalize("NFC")))
    .pipe(z.string().refine(text => text.length <= maximum, tooLong(maximum)));

const tooLong = (maximum: number) => ({ error: messageCode("settings.too_long"), params: { maximum } });

/** Nothing, or an instant. */
const moment = z
  .string()
  .refine(
    text => text === "" || z.iso.datetime().safeParse(text).success,
    messageCode("settings.moment.misfit"),
  );

/** Nothing, or an address that a page may lead to. */
const link = z
  .string()
  .max(500, messageCode("settings.link.misfit"))
  .transform(address => address.trim())
  .refine(address => address === "" || isLink(address), messageCode("settings.link.misfit"));

function isLink(address: string): boolean {
  if (/[\s\p{C}]/u.test(address)) return false;
  if (/^mailto:/i.test(address)) return emailInput.safeParse(address.slice("mailto:".length)).success;
  return /^https?:\/\//i.test(address) && URL.canParse(address) && new URL(address).username === "";
}

/** What each setting can be. */
export const settingInputs: { [N in SettingName]: z.ZodType<SettingValues[N]> } = {
  deskName: z
    .string({ error: messageCode("settings.desk_name.missing") })
    .max(1_000, messageCode("settings.desk_name.too_long"))
    .transform(name => tidyLine(name.normalize("NFC").replace(/\s+/g, " ")))
    .pipe(
      z
        .string()
        .min(1, messageCode("settings.desk_name.missing"))
        .max(maxDeskName, messageCode("settings.desk_name.too_long"))
        .regex(/^[^\p{C}<>"]*$/u, messageCode("settings.desk_name.unprintable")),
    ),
  accent: z
    .string({ error: messageCode("settings.accent.misfit") })
    .max(100, messageCode("settings.accent.misfit"))
    .transform(colour => colour.trim().toLowerCase().replace(/^#?/, "#"))
    .pipe(z.string().regex(/^#[0-9a-f]{6}$/, messageCode("settings.accent.misfit"))),
  timeZone: z
    .string({ error: messageCode("accounts.time_zone.missing") })
    .max(100, messageCode("accounts.time_zone.missing"))
    .transform((wish, context) => {
      const zone = readTimeZone(wish);
      if (zone === null)
        context.addIssue({ code: "custom", message: messageCode("accounts.time_zone.missing") });
      return zone ?? z.NEVER;
    }),
  language: z
    .enum(languageTags, { error: messageCode("accounts.language.missing") })
    .refine(tag => languageOf(tag) !== null, messageCode("accounts.language.missing")),
  languages: z
    .array(z.enum(languages, { error: messageCode("accounts.language.missing") }), {
      error: messageCode("settings.languages.none"),
    })
    .transform(chosen => languages.filter(language => chosen.includes(language)))
    .transform(chosen => (chosen.length === languages.length ? [] : chosen)),
  referencePrefix: z
    .string({ error: messageCode("settings.reference_prefix.misfit") })
    .max(100, messageCode("settings.reference_prefix.misfit"))
    .transform(prefix => prefix.trim().toUpperCase())
    .pipe(z.string().regex(/^[A-Z][A-Z0-9]{1,9}$/, messageCode("settings.reference_prefix.misfit"))),
  reopenDays: whole(1, 3_650),
  erasureDays: whole(1, 90),
  agentsSee: z.enum(["all", "teams"], messageCode("validation.misfit")),
  undo: z.enum(undoChoices, messageCode("validation.misfit")),
  maxFileSize: whole(1, maxFileMegabytes),
  maxFilesPerDay: whole(1, 100_000),
  signUp: z.enum(signUpChoices, messageCode("validation.misfit")),
  signUpDomains: z.array(z.string()).transform((typed, context) => {
    const read = typed.map(domain => ({ domain, result: domainInput.safeParse(domain) }));
    const wrong = read.find(({ result }) => !result.success)?.domain.slice(0, 80);
    const say = (message: MessageCode, params: object) =>
      context.addIssue({ code: "custom", message, params });
    if (wrong !== undefined) say("settings.sign_up_domains.misfit", { domain: wrong });
    if (typed.length > maxDomains) say("settings.sign_up_domains.too_many", { maximum: maxDomains });
    return [...new Set(read.flatMap(({ result }) => result.data ?? []))].sort();
  }),
  signUpInvited: z.boolean(),
  announcement: words(settingLimits.announcement),
  announcementFrom: moment,
  announcementUntil: moment,
  imprintLink: link,
  privacyLink: link,
  mailSender: words(settingLimits.mailSender).pipe(
    z.string().regex(/^[^\p{C}<>"\\@]*$/u, messageCode("settings.mail_sender.unprintable")),
  ),
  mailFooter: words(settingLimits.mailFooter),
};
