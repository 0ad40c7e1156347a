import { z } from "zod";
import { settingNames } from "../setting-names";
import { event } from "./define";

export const settingEvents = {
  /** Changes the setting of that name. */
  setting_changed: event("admins", { setting: z.enum(settingNames) }),
};
