import { z } from "zod";
import { event, id } from "./define";

/** About a person where the reply is theirs, and about nobody where it is the desk's. */
const audience = ["person", "admins"] as const;

export const cannedEvents = {
  canned_reply_created: event(audience, { replyId: id() }),
  canned_reply_changed: event(audience, { replyId: id() }),
  canned_reply_shifted: event(audience, { replyId: id(), to: z.enum(["earlier", "later"]) }),
  canned_reply_archived: event(audience, { replyId: id() }),
  canned_reply_restored: event(audience, { replyId: id() }),
};
