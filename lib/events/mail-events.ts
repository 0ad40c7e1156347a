import { z } from "zod";
import { event, id } from "./define";

export const holdCauses = [
  "no_token",
  "forged_token",
  "unclear_sender",
  "other_sender",
  "no_verdict",
  "failed_verdict",
  "no_access",
  "resolved",
  "closed",
  "empty",
  "too_long",
  "too_many",
  "too_many_files",
  "too_large",
  "unreadable",
] as const;

export const machineCauses = [
  "auto_submitted",
  "auto_reply",
  "no_reply",
  "bulk",
  "list",
  "loop",
  "bounce",
  "own_mail",
] as const;

const letIn = { mailId: id(), as: z.enum(["comment", "note"]) };

export const mailEvents = {
  test_mail_asked: event("person", {}),
  mail_released: event("admins", { deliveryId: id(), from: z.enum(["held", "dead"]) }),
  suppression_lifted: event("admins", { suppressionId: id().nullable() }),
  reply_accepted: event("agents", letIn),
  reply_attached: event("agents", letIn),
  mail_made_request: event("agents", { mailId: id() }),
  reply_discarded: event("agents", {
    mailId: id(),
    cause: z.enum([...holdCauses, ...machineCauses]).nullable(),
  }),
};
