import { z } from "zod";
import { event, id } from "./define";

const team = { teamId: id() };

export const teamEvents = {
  /** These two change `name`. */
  team_added: event("admins", team),
  team_renamed: event("admins", team),
  team_shifted: event("admins", { ...team, to: z.enum(["earlier", "later"]) }),
  team_archived: event("admins", team),
  team_restored: event("admins", team),
  team_member_added: event(["person", "admins"], team),
  team_member_removed: event(["person", "admins"], team),
  team_lead_set: event(["person", "admins"], { ...team, isLead: z.boolean() }),
  /** Where requests of a type go from now on. */
  team_of_type_changed: event("admins", {
    typeId: id(),
    fromTeamId: id().nullable(),
    toTeamId: id().nullable(),
  }),
};
