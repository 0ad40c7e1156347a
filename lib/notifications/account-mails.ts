import "server-only";
import * as accountExists from "@/emails/account-exists";
import * as addressChanged from "@/emails/address-changed";
import * as addressTaken from "@/emails/address-taken";
import * as confirmAddress from "@/emails/confirm-address";
import * as logInLink from "@/emails/log-in-link";
import * as passwordChanged from "@/emails/password-changed";
import { type Message, renderMail } from "@/emails/render";
import * as setPassword from "@/emails/set-password";
import * as testMail from "@/emails/test-mail";
import * as verifyAddress from "@/emails/verify-address";
import { emailChangeMinutes } from "../accounts/email-change";
import { logInLinkMinutes } from "../accounts/log-in-link";
import { linkMinutes } from "../accounts/passwords";
import { codeMinutes } from "../accounts/sign-up";
import { env } from "../env";
import type { Act } from "../events/act";
import type { RecordedEvent } from "../events/types";
import { dateFormat } from "../formats";
import { deskInMail } from "./desk-in-mail";
import type { SecurityKind } from "./kinds";
import type { Draft, Reader } from "./reader";

export const tellSignUp: Reader<"sign_up_asked"> = async (act, { data, secrets }) => {
  const { email, name } = await act.tx.signUp.findUniqueOrThrow({
    where: { id: data.signUpId ?? "" },
    select: { email: true, name: true },
  });
  const address = { personId: null, to: email, isSecret: true };
  const shared = { desk: deskInMail(), recipient: { name } };
  // No code among the secrets: the address has an account already.
  if (!secrets.code)
    return [
      await draft("account_exists", address, accountExists, {
        ...shared,
        signInUrl: `${env().APP_URL}/sign-in`,
        resetUrl: `${env().APP_URL}/reset`,
      }),
    ];
  return [
    await draft("verify_address", address, verifyAddress, {
      ...shared,
      code: secrets.code,
      url: `${env().APP_URL}/sign-up/confirm/${secrets.token}`,
      minutes: codeMinutes,
    }),
  ];
};

export const tellPasswordLink: Reader<"password_link_asked"> = async (act, { subject, secrets }) => {
  const person = await readPerson(act, subject.personId);
  return [
    await draft("set_password", { personId: person.id, to: person.email, isSecret: true }, setPassword, {
      desk: deskInMail(),
      recipient: { name: person.name },
      reason: "reset",
      url: `${env().APP_URL}/set-password/${secrets.token}`,
      minutes: linkMinutes,
    }),
  ];
};

export const tellLogInLink: Reader<"log_in_link_asked"> = async (act, { subject, secrets }) => {
  const person = await readPerson(act, subject.personId);
  return [
    await draft("log_in_link", { personId: person.id, to: person.email, isSecret: true }, logInLink, {
      desk: deskInMail(),
      recipient: { name: person.name },
      url: `${env().APP_URL}/log-in/${secrets.token}`,
      minutes: logInLinkMinutes,
    }),
  ];
};

export const tellNewPassword = async (
  act: Act,
  { subject }: Pick<RecordedEvent, "subject">,
): Promise<Draft[]> => {
  const person = await readPerson(act, subject.personId);
  return [
    await draft(
      "password_changed",
      { personId: person.id, to: person.email, isSecret: false },
      passwordChanged,
      {
        desk: deskInMail(),
        recipient: { name: person.name },
        when: timeFor(person, act.at),
        resetUrl: `${env().APP_URL}/reset`,
      },
    ),
  ];
};

/** To the new address, which is nobody's yet: so it is not looked up at the moment of sending. */
export const tellEmailChange: Reader<"email_change_asked"> = async (act, { data, secrets }) => {
  const { email } = await act.tx.emailChange.findUniqueOrThrow({
    where: { id: data.changeId ?? "" },
    select: { email: true },
  });
  const shared = { desk: deskInMail(), recipient: { name: "" } };
  if (secrets.token)
    return [
      await draft("confirm_address", { personId: null, to: email, isSecret: true }, confirmAddress, {
        ...shared,
        url: `${env().APP_URL}/settings/email/${secrets.token}`,
        minutes: emailChangeMinutes,
      }),
    ];
  const owner = await act.tx.person.findUnique({ where: { email }, select: { id: true } });
  const address = { personId: owner?.id ?? null, to: email, isSecret: true };
  return [
    await draft("address_taken", address, addressTaken, { ...shared, signInUrl: `${env().APP_URL}/sign-in` }),
  ];
};

/** To the address that is no longer this person's, so it is not looked up either. */
export const tellNewEmail: Reader<"email_changed"> = async (act, { changes, subject }) => {
  const person = await readPerson(act, subject.personId);
  const former = String(changes[0]?.before);
  return [
    await draft("address_changed", { personId: null, to: former, isSecret: false }, addressChanged, {
      desk: deskInMail(),
      recipient: { name: person.name },
      when: timeFor(person, act.at),
    }),
  ];
};

export const tellTestMail: Reader<"test_mail_asked"> = async (act, { subject }) => {
  const person = await readPerson(act, subject.personId);
  return [
    await draft("test_mail", { personId: person.id, to: person.email, isSecret: false }, testMail, {
      desk: deskInMail(),
      recipient: { name: person.name },
    }),
  ];
};

function readPerson(act: Act, id: string | undefined) {
  return act.tx.person.findUniqueOrThrow({
    where: { id: id ?? "" },
    select: { id: true, name: true, email: true, timeZone: true, language: true },
  });
}

/** "14 May 2025 at 09:32 UTC", as this person reads times. */
function timeFor(reader: { language: string; timeZone: string }, at: Date): string {
  return dateFormat(reader, "exact").format(at);
}

async function draft<P extends object>(
  kind: SecurityKind,
  address: Pick<Draft, "personId" | "to" | "isSecret">,
  message: Message<P>,
  props: P,
): Promise<Draft> {
  return { kind, ...address, ...(await renderMail(message, props)) };
}
