import "server-only";
import { emailChangeMinutes } from "../accounts/email-change";
import { logInLinkMinutes } from "../accounts/log-in-link";
import { linkMinutes } from "../accounts/passwords";
import { codeMinutes } from "../accounts/sign-up";
import { later, minutes } from "../clock";
import type { Act } from "../events/act";
import type { RecordedEvent } from "../events/types";
import type { NewMail } from "../mail/new-mail";
import type { Reader } from "./reader";

const facts = {};

export const tellSignUp: Reader<"sign_up_asked"> = async (act, { data, secrets }) => {
  const { email } = await act.tx.signUp.findUniqueOrThrow({
    where: { id: data.signUpId ?? "" },
    select: { email: true },
  });
  const address = { personId: null, to: email, facts };
  const { code = "", token = "" } = secrets;
  if (data.isRefused) return [{ kind: "sign_up_refused", ...address }];
  // No code among the secrets: the address already has an account.
  if (!code) return [{ kind: "account_exists", ...address }];
  const expiresAt = later(act.at, minutes(codeMinutes));
  return [{ kind: "verify_address", ...address, secret: { code, token }, expiresAt }];
};

/** To an address that is nobody's yet. */
export const tellAccountInvitation: Reader<"account_invitation_sent"> = async (act, { data, secrets }) => {
  const { accountInvitationId } = data;
  const { email, expiresAt } = await act.tx.accountInvitation.findUniqueOrThrow({
    where: { id: accountInvitationId },
    select: { email: true, expiresAt: true },
  });
  const secret = { token: secrets.token ?? "" };
  const facts = { accountInvitationId };
  return [{ kind: "account_invitation", personId: null, to: email, facts, secret, expiresAt }];
};

export const tellPasswordLink: Reader<"password_link_asked"> = async (act, { subject, secrets }) => [
  {
    kind: "set_password",
    ...(await addressOf(act, subject.personId)),
    facts,
    secret: { token: secrets.token ?? "" },
    expiresAt: later(act.at, minutes(linkMinutes)),
  },
];

export const tellLogInLink: Reader<"log_in_link_asked"> = async (act, { subject, secrets }) => [
  {
    kind: "log_in_link",
    ...(await addressOf(act, subject.personId)),
    facts,
    secret: { token: secrets.token ?? "" },
    expiresAt: later(act.at, minutes(logInLinkMinutes)),
  },
];

export const tellNewPassword = async (
  act: Act,
  { subject }: Pick<RecordedEvent, "subject">,
): Promise<NewMail[]> => [{ kind: "password_changed", ...(await addressOf(act, subject.personId)), facts }];

/** To the new address, which is nobody's yet, so it is not looked up when sending. */
export const tellEmailChange: Reader<"email_change_asked"> = async (act, { data, secrets }) => {
  const { email } = await act.tx.emailChange.findUniqueOrThrow({
    where: { id: data.changeId ?? "" },
    select: { email: true },
  });
  const { token } = secrets;
  if (token) {
    const expiresAt = later(act.at, minutes(emailChangeMinutes));
    return [{ kind: "confirm_address", personId: null, to: email, facts, secret: { token }, expiresAt }];
  }
  const owner = await act.tx.person.findUnique({ where: { email }, select: { id: true } });
  return [{ kind: "address_taken", personId: owner?.id ?? null, to: email, facts }];
};

/** To the old address, which is no longer this person's, so it is not looked up either. */
export const tellNewEmail: Reader<"email_changed"> = async (_act, { changes }) => [
  { kind: "address_changed", personId: null, to: String(changes[0]?.before), facts },
];

export const tellTestMail: Reader<"test_mail_asked"> = async (act, { subject }) => [
  { kind: "test_mail", ...(await addressOf(act, subject.personId)), facts },
];

async function addressOf(act: Act, id: string | undefined): Promise<{ personId: string; to: string }> {
  const person = await act.tx.person.findUniqueOrThrow({
    where: { id: id ?? "" },
    select: { id: true, email: true },
  });
  return { personId: person.id, to: person.email };
}
