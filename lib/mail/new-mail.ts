import "server-only";
import type { KindWithSecret, MailFacts, MailSecret } from "../rendering/facts";
import type { MailKind } from "../rendering/kinds";

/** A mail that is due to a person, or to an address of nobody's: what it is about, and not yet a word of its text. */
export type NewMail = { [K in MailKind]: MailOf<K> }[MailKind];

type MailOf<K extends MailKind> = {
  kind: K;
  personId: string | null;
  to: string;
  facts: MailFacts<K>;
} & (K extends KindWithSecret ? { secret: MailSecret<K>; expiresAt: Date } : unknown);
