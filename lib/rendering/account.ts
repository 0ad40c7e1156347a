import "server-only";
import * as accountExists from "@/emails/account-exists";
import * as accountInvitation from "@/emails/account-invitation";
import * as addressChanged from "@/emails/address-changed";
import * as addressTaken from "@/emails/address-taken";
import * as confirmAddress from "@/emails/confirm-address";
import * as logInLink from "@/emails/log-in-link";
import * as passwordChanged from "@/emails/password-changed";
import { renderMail } from "@/emails/render";
import * as setPassword from "@/emails/set-password";
import * as signUpRefused from "@/emails/sign-up-refused";
import * as testMail from "@/emails/test-mail";
import * as verifyAddress from "@/emails/verify-address";
import { emailChangeMinutes } from "../accounts/email-change";
import { logInLinkMinutes } from "../accounts/log-in-link";
import { linkMinutes } from "../accounts/passwords";
import { codeMinutes } from "../accounts/sign-up";
import { spokenBy } from "../actor";
import { digest } from "../crypto";
import { db } from "../db";
import { env } from "../env";
import { dateFormat } from "../formats";
import { translatorFor } from "../messages/translate";
import { deskInMail } from "./desk-in-mail";
import type { SecurityKind } from "./kinds";
import {
  type MailReader,
  type MailToRender,
  type NothingLeft,
  type Renderer,
  readerColumns,
  readerOf,
} from "./render";

export const renderAccountMail: { [K in SecurityKind]: Renderer<K> } = {
  verify_address: async ({ secret, ...mail }) => {
    const linkHash = digest(secret.token);
    if (!(await db().signUp.findUnique({ where: { linkHash }, select: { id: true } }))) return ended;
    return renderMail(verifyAddress, {
      ...frame(mail),
      code: secret.code,
      url: `${env().APP_URL}/sign-up/confirm/${secret.token}`,
      minutes: codeMinutes,
    });
  },

  account_invitation: async ({ facts, secret, settings }) => {
    const invitation = await db().accountInvitation.findFirst({
      where: { id: facts.accountInvitationId, tokenHash: digest(secret.token), ...waiting },
      select: { role: true, language: true, expiresAt: true, invitedBy: { select: { name: true } } },
    });
    if (!invitation) return ended;
    const { role, expiresAt, invitedBy } = invitation;
    const language = spokenBy({ language: invitation.language, askedLanguage: null }, settings);
    return renderMail(accountInvitation, {
      t: translatorFor({ language }),
      desk: deskInMail(settings),
      recipient: { name: "" },
      invitedBy: invitedBy.name,
      role,
      url: `${env().APP_URL}/join/${secret.token}`,
      until: dateFormat({ language, timeZone: settings.timeZone }, "exactWeekday").format(expiresAt),
    });
  },

  account_exists: mail =>
    renderMail(accountExists, {
      ...frame(mail),
      signInUrl: `${env().APP_URL}/sign-in`,
      resetUrl: `${env().APP_URL}/reset`,
    }),

  sign_up_refused: mail => renderMail(signUpRefused, frame(mail)),

  set_password: async ({ secret, ...mail }) => {
    if (!(await db().passwordLink.findFirst({ where: unused(secret.token), select: { id: true } })))
      return ended;
    return renderMail(setPassword, {
      ...frame(mail),
      url: `${env().APP_URL}/set-password/${secret.token}`,
      minutes: linkMinutes,
    });
  },

  log_in_link: async ({ secret, ...mail }) => {
    if (!(await db().logInLink.findFirst({ where: unused(secret.token), select: { id: true } })))
      return ended;
    return renderMail(logInLink, {
      ...frame(mail),
      url: `${env().APP_URL}/log-in/${secret.token}`,
      minutes: logInLinkMinutes,
    });
  },

  password_changed: ({ event, ...mail }) =>
    renderMail(passwordChanged, {
      ...frame(mail),
      when: timeFor(mail.reader, event.at),
      resetUrl: `${env().APP_URL}/reset`,
    }),

  confirm_address: async ({ secret, ...mail }) => {
    if (!(await db().emailChange.findFirst({ where: unused(secret.token), select: { id: true } })))
      return ended;
    return renderMail(confirmAddress, {
      ...frame(mail),
      url: `${env().APP_URL}/settings/email/${secret.token}`,
      minutes: emailChangeMinutes,
    });
  },

  address_taken: ({ reader, ...mail }) =>
    // Hides the owner's name from people probing addresses.
    renderMail(addressTaken, {
      ...frame({ ...mail, reader: { ...reader, name: "" } }),
      signInUrl: `${env().APP_URL}/sign-in`,
    }),

  address_changed: async ({ event, ...mail }) => {
    const person = await db().person.findUniqueOrThrow({
      where: { id: event.personId ?? "" },
      select: readerColumns,
    });
    const reader = readerOf(person, mail.settings);
    const t = translatorFor(reader);
    return renderMail(addressChanged, { ...frame({ ...mail, reader, t }), when: timeFor(reader, event.at) });
  },

  test_mail: mail => renderMail(testMail, frame(mail)),
};

const waiting = { acceptedAt: null, withdrawnAt: null };
const unused = (token: string) => ({ tokenHash: digest(token), usedAt: null });
const ended: NothingLeft = { nothingLeft: "mail.reason.nothing_left.code" };

const frame = ({ t, reader: { name }, settings }: Pick<MailToRender, "t" | "reader" | "settings">) => ({
  t,
  desk: deskInMail(settings),
  recipient: { name },
});

/** "14 May 2025 at 09:32 UTC", in this person's format and zone. */
function timeFor(reader: MailReader, at: Date): string {
  return dateFormat(reader, "exact").format(at);
}
