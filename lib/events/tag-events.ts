import { z } from "zod";
import { TagColour } from "../generated/enums";
import { event, id } from "./define";

const tag = { tagId: id() };

export const tagEvents = {
  /** These two change `name`. */
  tag_created: event("admins", tag),
  tag_changed: event("admins", { ...tag, colour: z.enum(TagColour) }),
  tag_shifted: event("admins", { ...tag, to: z.enum(["earlier", "later"]) }),
  tag_archived: event("admins", tag),
  tag_restored: event("admins", tag),
};
