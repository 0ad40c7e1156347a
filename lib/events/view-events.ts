import { z } from "zod";
import { event, id } from "./define";

/** About a person where the view is theirs, and about nobody where it is the desk's. */
const audience = ["person", "admins"] as const;

export const viewEvents = {
  view_created: event(audience, { viewId: id() }),
  view_renamed: event(audience, { viewId: id() }),
  view_updated: event(audience, { viewId: id() }),
  view_shifted: event(audience, { viewId: id(), to: z.enum(["earlier", "later"]) }),
  view_archived: event(audience, { viewId: id() }),
  view_restored: event(audience, { viewId: id() }),
  view_deleted: event(audience, { viewId: id() }),
};
