import { z } from "zod";
import { MailPace, Role } from "../generated/enums";
import { event, id } from "./define";

export const accountEvents = {
  /** Null in events older than this field; the row itself is deleted a day after it expires. */
  sign_up_asked: event("admins", { signUpId: id().nullable() }),
  signed_up: event("person", {}),
  person_created: event("person", { role: z.enum(Role) }),
  person_suspended: event("person", {}),
  person_restored: event("person", {}),
  password_link_asked: event("person", {}),
  password_set: event("person", {}),
  password_changed: event("person", {}),
  log_in_link_asked: event("person", {}),
  logged_in_by_link: event("person", {}),
  /** Changes `name`, which everyone on a request with this person sees. */
  person_renamed: event("everyone", {}),
  /** Null as for `signUpId`. */
  email_change_asked: event("person", { changeId: id().nullable() }),
  /** Changes `email`, which agents see on the person's requests. */
  email_changed: event(["person", "agents"], {}),
  mail_pace_chosen: event("person", { pace: z.enum(MailPace) }),
};
