import { z } from "zod";
import { setUpStages } from "../set-up-stage";
import { event } from "./define";

export const setUpEvents = {
  /** The people of the demo story are gone, with what they did. */
  story_ended: event("admins", {}),
  set_up_link_made: event("admins", {}),
  set_up_reached: event("admins", { stage: z.enum(setUpStages) }),
};
