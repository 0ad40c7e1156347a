import { z } from "zod";
import { setUpStages } from "../set-up-stage";
import { event } from "./define";

export const setUpEvents = {
  set_up_link_made: event("admins", {}),
  set_up_reached: event("admins", { stage: z.enum(setUpStages) }),
};
