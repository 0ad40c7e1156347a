import { z } from "zod";
import { Resolution, Status } from "../generated/enums";
import { event, id, key } from "./define";

export const requestEvents = {
  request_submitted: event("everyone", {}),
  /** `tookOn`: the writer became the assignee of an unassigned request. */
  comment_posted: event("everyone", { tookOn: z.literal(true).optional() }),
  comment_edited: event("everyone", { commentId: id() }),
  request_moved: event("everyone", {
    /** From the table in lib/requests/moves.ts. */
    move: key(),
    from: z.enum(Status),
    to: z.enum(Status),
    resolution: z.enum(Resolution).nullable(),
    tookOn: z.literal(true).optional(),
  }),
  /** Changes answers by their keys, and `summary`. */
  request_corrected: event("everyone", {}),
  /** Recorded on the finished request; `number` is the new one's. */
  follow_up_raised: event("everyone", { number: z.int() }),
  invitation_sent: event("everyone", { invitationId: id(), again: z.literal(true).optional() }),
  invitation_withdrawn: event("everyone", { invitationId: id() }),
  invitation_accepted: event("everyone", { invitationId: id() }),
  participant_removed: event("everyone", {}),
  participant_left: event("everyone", {}),
  /** Whether it is hidden from the managers of its organisation. */
  privacy_changed: event("everyone", { isPrivate: z.boolean() }),
  request_assigned: event("everyone", { toId: id().nullable() }),
  note_added: event("agents", {}),
  request_muted: event("person", {}),
  request_unmuted: event("person", {}),
};
