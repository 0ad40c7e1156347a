import { z } from "zod";
import { MailPace, Role } from "../generated/enums";
import { event, id } from "./define";

/** What can happen to a person's account. */
export const accountEvents = {
  /** Null for those of before the id was kept; the row itself is swept a day after it has expired. */
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
  /** Its change is of the `name`, which everyone on a request with this person reads. */
  person_renamed: event("everyone", {}),
  /** As `signUpId`. */
  email_change_asked: event("person", { changeId: id().nullable() }),
  /** Its change is of the `email`, which agents read on the person's requests. */
  email_changed: event(["person", "agents"], {}),
  mail_pace_chosen: event("person", { pace: z.enum(MailPace) }),
};
