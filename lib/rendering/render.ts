import "server-only";
import { readWording } from "../catalog/wording";
import { db } from "../db";
import type { MessageCode, Translator } from "../messages/translate";
import { keepOutOfTransactions } from "../process/slow-work";
import { type DeskSettings, readDeskSettings } from "../settings";
import { renderAccountMail } from "./account";
import { renderDigest } from "./digest";
import { factSchemas, holdsSecret, type MailFacts, type MailSecret, secretSchemas } from "./facts";
import { renderInvitation } from "./invitation";
import { isMailKind, type MailKind } from "./kinds";
import { translatorFor } from "./language";
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
          select: { name: true, language: true, timeZone: true },
        }),
  ]);
  await readWording();
  const render = renderers[kind] as Renderer<MailKind>;
  const settings = await readDeskSettings();
  // Default for an address without an account.
  const reader = person ?? { name: "", language: "en-GB", timeZone: settings.timeZone };
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

function readSecret(kind: MailKind, mail: Unrendered): MailSecret<MailKind> {
  if (!holdsSecret(kind)) return undefined;
  if (mail.sealed === null) throw new Error("Its code or link is gone.");
  return secretSchemas[kind].parse(openSecret(mail, mail.sealed));
}
