import { z } from "zod";
import { event } from "./define";

export const deskFileEvents = {
  /** An import has put a whole list in order: changes `order`, by slugs. */
  order_set: event("admins", { of: z.enum(["tags", "teams", "organisations", "canned_replies", "views"]) }),
};
