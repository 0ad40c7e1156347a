import "server-only";
import type { Act } from "../events/act";
import type { EventType, Recorded } from "../events/types";
import type { KindWithSecret, MailFacts, MailSecret } from "./facts";
import type { MailKind } from "./kinds";

/** A mail that is due to a person, or to an address of nobody's: what it is about, and not yet a word of its text. */
export type NewMail = { [K in MailKind]: MailOf<K> }[MailKind];

type MailOf<K extends MailKind> = {
  kind: K;
  personId: string | null;
  to: string;
  facts: MailFacts<K>;
} & (K extends KindWithSecret ? { secret: MailSecret<K>; expiresAt: Date } : unknown);

/** Who hears of an event by mail. It runs inside the act, so it reads ids and addresses alone. */
export type Reader<T extends EventType> = (act: Act, event: Recorded<T>) => Promise<NewMail[]>;
