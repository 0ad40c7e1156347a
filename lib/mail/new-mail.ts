import "server-only";
import type { KindWithSecret, MailFacts, MailSecret } from "../rendering/facts";
import type { MailKind } from "../rendering/kinds";

/** A mail not rendered yet, to a person or to an address without an account. */
export type NewMail = { [K in MailKind]: MailOf<K> }[MailKind];

type MailOf<K extends MailKind> = {
  kind: K;
  personId: string | null;
  to: string;
  facts: MailFacts<K>;
} & (K extends KindWithSecret ? { secret: MailSecret<K>; expiresAt: Date } : unknown);
