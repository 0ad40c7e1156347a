import { z } from "zod";
import { MailPace, Role } from "../generated/enums";
import { event, id } from "./define";

/** What admins look after. */
const account = ["person", "admins"] as const;

const invited = { accountInvitationId: id(), role: z.enum(Role) };

export const accountEvents = {
  /** Null in events older than this field; the row itself is deleted a day after it expires. Refused by who can sign up. */
  sign_up_asked: event("admins", { signUpId: id().nullable(), isRefused: z.boolean().optional() }),
  signed_up: event(account, {}),
  person_created: event(account, { role: z.enum(Role) }),
  person_role_changed: event(account, { from: z.enum(Role), to: z.enum(Role) }),
  person_suspended: event(account, {}),
  person_restored: event(account, {}),
  sessions_ended: event(account, { count: z.int() }),
  account_invitation_sent: event("admins", { ...invited, again: z.literal(true).optional() }),
  account_invitation_withdrawn: event("admins", { accountInvitationId: id() }),
  account_invitation_accepted: event(account, invited),
  password_link_asked: event(account, {}),
  password_set: event(account, {}),
  password_changed: event(account, {}),
  log_in_link_asked: event(account, {}),
  logged_in_by_link: event(account, {}),
  /** Changes `name`, which everyone on a request with this person sees. */
  person_renamed: event("everyone", {}),
  /** Null as for `signUpId`. */
  email_change_asked: event(account, { changeId: id().nullable() }),
  /** Changes `email`, which agents see on the person's requests. */
  email_changed: event(["person", "agents"], {}),
  /** Agents see until when a colleague is away. */
  away_chosen: event(["person", "agents"], {
    from: z.iso.datetime(),
    until: z.iso.datetime(),
    standInId: id().nullable(),
  }),
  /** Earlier than chosen. */
  away_ended: event(["person", "agents"], {}),
  erasure_asked: event("admins", { dueAt: z.iso.datetime(), suspends: z.boolean() }),
  erasure_withdrawn: event("admins", { restores: z.boolean() }),
  person_erased: event("admins", {}),
  mail_pace_chosen: event("person", { pace: z.enum(MailPace) }),
};
