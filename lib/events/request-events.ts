import { z } from "zod";
import { Priority, Resolution, Status } from "../generated/enums";
import { event, id, key } from "./define";

/** How a request is linked with another one: `duplicated_by` is what the other side of `duplicate_of` has. */
export const linkSides = ["related", "duplicate_of", "duplicated_by"] as const;

const link = { otherId: id(), how: z.enum(linkSides) };

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
  /** Changes answers by their keys: those that the new form does not ask for are left here. */
  request_type_changed: event("everyone", { fromFormId: id(), toFormId: id() }),
  /** Changes what agents have answered, by the keys of the questions: `to` has left out what it does not ask for. */
  agent_answers_changed: event("agents", { fromFormId: id(), toFormId: id() }),
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
  /** By a person, or by the catalog once an answer was corrected. */
  priority_set: event("agents", { from: z.enum(Priority), to: z.enum(Priority) }),
  tag_added: event("agents", { tagId: id() }),
  tag_removed: event("agents", { tagId: id() }),
  /** Recorded on both requests. */
  request_linked: event("agents", link),
  request_unlinked: event("agents", link),
  request_snoozed: event("agents", { until: z.iso.datetime() }),
  request_woke: event("agents", { because: z.enum(["time", "customer", "agent"]) }),
  /** `unassigned`: its assignee is not in the team it went to. */
  request_handed_over: event("agents", {
    fromTeamId: id().nullable(),
    toTeamId: id().nullable(),
    unassigned: z.literal(true).optional(),
  }),
  note_added: event("agents", {}),
  /** About an agent, who follows by themselves or was mentioned by whoever acted. */
  request_followed: event(["person", "agents"], {}),
  request_unfollowed: event(["person", "agents"], {}),
  /** Recorded once for each wait that an agent has chosen. */
  request_left_unassigned: event("agents", { minutes: z.int() }),
  /** A reply that its writer could undo was refused when it was due. */
  reply_held_back: event("person", {}),
  request_muted: event("person", {}),
  request_unmuted: event("person", {}),
};
