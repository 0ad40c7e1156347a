import { z } from "zod";
import { pictureNames, settingNames } from "../setting-names";
import { event } from "./define";

export const settingEvents = {
  /** Changes the setting, or the picture, of that name. */
  setting_changed: event("admins", { setting: z.enum([...settingNames, ...pictureNames]) }),
};
