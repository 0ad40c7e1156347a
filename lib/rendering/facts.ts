import { z } from "zod";
import { key } from "../events/define";
import { Resolution, Status } from "../generated/enums";
import type { MailKind } from "./kinds";

// Read by the next release during an upgrade: new fields must be optional, removed ones accepted for one release.

const nothing = z.strictObject({});
const words = z.strictObject({ commentId: z.uuid().optional() });
const change = z.strictObject({
  move: key(),
  from: z.enum(Status),
  to: z.enum(Status),
  resolution: z.enum(Resolution).nullable(),
});
/** Who is away, where their stand-in is told. */
const ofAgent = { standsInFor: z.uuid().optional() };
const note = z.strictObject({ noteId: z.uuid(), ...ofAgent });
const several = z.strictObject({ requestIds: z.array(z.uuid()).optional() });
const move = words.extend({ change });

export const factSchemas = {
  request_received: nothing,
  comment_posted: words.extend({ change: change.optional() }),
  waiting_for_you: move,
  status_changed: move,
  reopened: move,
  resolved: move,
  closed: move,
  corrected_by_support: nothing,
  type_changed: z.strictObject({ fromFormId: z.uuid(), toFormId: z.uuid() }),
  // The content is in the notices that refer to this delivery.
  gathered: nothing,
  gathered_for_agent: nothing,
  daily_digest: several,
  several_requests: several,
  customer_replied: words.extend({ change: change.optional(), ...ofAgent }),
  request_corrected: z.strictObject(ofAgent),
  assigned_to_you: z.strictObject(ofAgent),
  reply_held_back: nothing,
  request_arrived: nothing,
  left_unassigned: z.strictObject({ minutes: z.int() }),
  mentioned_you: note,
  followed_news: words.extend({ change: change.optional(), ...ofAgent }),
  followed_note: note,
  shared_with_you: z.strictObject({ invitationId: z.uuid() }),
  verify_address: nothing,
  account_invitation: z.strictObject({ accountInvitationId: z.uuid() }),
  account_exists: nothing,
  sign_up_refused: nothing,
  set_password: nothing,
  log_in_link: nothing,
  password_changed: nothing,
  confirm_address: nothing,
  address_taken: nothing,
  address_changed: nothing,
  test_mail: nothing,
} as const satisfies Record<MailKind, z.ZodType>;

export type MailFacts<K extends MailKind = MailKind> = z.output<(typeof factSchemas)[K]>;

const token = z.strictObject({ token: z.string() });

export const secretSchemas = {
  shared_with_you: token,
  account_invitation: token,
  verify_address: token.extend({ code: z.string() }),
  set_password: token,
  log_in_link: token,
  confirm_address: token,
} as const satisfies Partial<Record<MailKind, z.ZodType>>;

export type KindWithSecret = keyof typeof secretSchemas;
export type MailSecret<K extends MailKind> = K extends KindWithSecret
  ? z.output<(typeof secretSchemas)[K]>
  : undefined;

export const holdsSecret = (kind: MailKind): kind is KindWithSecret => Object.hasOwn(secretSchemas, kind);
