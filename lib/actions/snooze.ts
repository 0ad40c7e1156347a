import "server-only";
import { z } from "zod";
import { requireSnoozeTime, snoozeRequest } from "../desk/snooze";
import { messageCode } from "../messages/said";
import { message } from "../refusal";
import { statusCode } from "../requests/labels";
import { isOpen } from "../requests/lifecycle";
import { can } from "../requests/policy";
import { action } from "./action";
import { requireUnchanged } from "./unchanged";

export const snooze = action({
  label: { code: "actions.snooze" },
  asks: ["time"],
  input: z.strictObject({ until: z.iso.datetime(messageCode("refusals.snooze.missing.field")) }),
  preview(asking, request) {
    if (!can(asking, "snooze", request)) return message("snooze.agents_only");
    if (isOpen(request.status)) return null;
    return message("snooze.not_open", { status: { code: statusCode(request.status, "agent") } });
  },
  async command(act, target, { until }) {
    // What a customer has said since would be put off unread.
    await requireUnchanged(act, target, [
      ...(["comment_posted", "comment_edited", "request_corrected"] as const),
      ...(["request_moved", "request_snoozed", "request_woke"] as const),
    ]);
    await snoozeRequest(act, { reference: target.reference, until: new Date(until) });
  },
  async order({ at }, input) {
    requireSnoozeTime(new Date(input.until), at);
    return input;
  },
});
