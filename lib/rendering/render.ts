import "server-only";
import { spokenBy } from "../actor";
import { readWording } from "../catalog/wording";
import { db } from "../db";
import { type MessageCode, type Translator, translatorFor } from "../messages/translate";
import { keepOutOfTransactions } from "../process/slow-work";
import { type DeskSettings, readDeskSettings } from "../settings";
import { renderAccountMail } from "./account";
import { renderDigest } from "./digest";
import { factSchemas, holdsSecret, type MailFacts, type MailSecret, secretSchemas } from "./facts";
import { renderInvitation } from "./invitation";
import { isMailKind, type MailKind } from "./kinds";
import { renderRequestMail } from "./request";
import { openSecret } from "./sealed";

export type Unrendered = {
  id: string;
  eventId: bigint;
  kind: string;
  personId: string | null;
  requestId: string | null;
  to: string;
  facts: unknown;
  sealed: string | null;
  createdAt: Date;
};

export type MailReader = { name: string; language: string; timeZone: string };

export const readerColumns = { name: true, language: true, askedLanguage: true, timeZone: true } as const;

/** Mails speak the language of their reader, whoever caused them. */
export const readerOf = (
  { name, timeZone, ...spoken }: Parameters<typeof spokenBy>[0] & { name: string; timeZone: string },
  settings: DeskSettings,
): MailReader => ({ name, timeZone, language: spokenBy(spoken, settings) });

type MailEvent = {
  at: Date;
  personId: string | null;
  actor: { id: string; name: string; email: string; role: string; signature: string } | null;
};

export type MailToRender<K extends MailKind = MailKind> = Omit<Unrendered, "kind" | "facts" | "sealed"> & {
  kind: K;
  facts: MailFacts<K>;
  secret: MailSecret<K>;
  event: MailEvent;
  reader: MailReader;
  t: Translator;
  settings: DeskSettings;
};

/** `facts` replace those of the delivery if they are known only on rendering. */
export type Rendered = {
  subject: string;
  html: string;
  text: string;
  facts?: MailFacts;
  /** An answer to it would go to the customer, although it shows what only agents read. */
  takesNoReplies?: true;
};
/** What it was about was withdrawn, or its reader may no longer know it; the reason is for an admin. */
export type NothingLeft = { nothingLeft: Extract<MessageCode, `mail.reason.nothing_left${string}`> };
export type Renderer<K extends MailKind> = (mail: MailToRender<K>) => Promise<Rendered | NothingLeft>;

const renderers: { [K in MailKind]: Renderer<K> } = {
  ...renderRequestMail,
  ...renderDigest,
  ...renderAccountMail,
  shared_with_you: renderInvitation,
};

/**
 * Texts, names and answers are read only here. @throws Error where a row does not fit its kind or cannot be rendered
 */
export async function renderDelivery(mail: Unrendered): Promise<Rendered | NothingLeft> {
  keepOutOfTransactions("A mail was rendered");
  const { kind } = mail;
  if (!isMailKind(kind)) throw new Error(`This release knows no mails of the kind “${kind}”.`);
  const [event, person] = await Promise.all([
    db().event.findUniqueOrThrow({
      where: { id: mail.eventId },
      select: {
        at: true,
        personId: true,
        actor: { select: { id: true, name: true, email: true, role: true, signature: true } },
      },
    }),
    mail.personId === null
      ? null
      : db().person.findUniqueOrThrow({
          where: { id: mail.personId },
          select: readerColumns,
        }),
  ]);
  await readWording();
  const render = renderers[kind] as Renderer<MailKind>;
  const settings = await readDeskSettings();
  const reader = person
    ? readerOf(person, settings)
    : {
        name: "",
        language: await languageOfStranger(mail, event.personId, settings),
        timeZone: settings.timeZone,
      };
  return render({
    ...mail,
    kind,
    facts: factSchemas[kind].parse(mail.facts),
    secret: readSecret(kind, mail),
    event,
    reader,
    t: translatorFor(reader),
    settings,
  });
}

/**
 * Of an address without a person: its owner's, or that of the browser that signed up with it, or the one in which an admin has
 * invited it, or the desk's.
 */
async function languageOfStranger(
  { kind, to }: Unrendered,
  subject: string | null,
  settings: DeskSettings,
): Promise<string> {
  const spoken = { language: true, askedLanguage: true } as const;
  // A new address that is to be confirmed is nobody's yet.
  const where = kind === "confirm_address" && subject !== null ? { id: subject } : { email: to };
  const owner = await db().person.findUnique({ where, select: spoken });
  if (owner) return spokenBy(owner, settings);
  const signUp = await db().signUp.findFirst({
    where: { email: to }, // index sign_ups_email_idx
    orderBy: { createdAt: "desc" },
    select: { language: true },
  });
  const invitation =
    signUp ??
    (await db().accountInvitation.findFirst({
      where: { email: to, acceptedAt: null, withdrawnAt: null }, // index account_invitations_waiting
      select: { language: true },
    }));
  return spokenBy({ language: null, askedLanguage: invitation?.language ?? null }, settings);
}

function readSecret(kind: MailKind, mail: Unrendered): MailSecret<MailKind> {
  if (!holdsSecret(kind)) return undefined;
  if (mail.sealed === null) throw new Error("Its code or link is gone.");
  return secretSchemas[kind].parse(openSecret(mail, mail.sealed));
}
