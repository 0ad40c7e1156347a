import { z } from "zod";
import { event, key } from "./define";

export const deskFileEvents = {
  /** An import has put a whole list in order: changes `order`, by slugs. */
  order_set: event("admins", {
    of: z.enum(["tags", "teams", "organisations", "categories", "types", "canned_replies", "views"]),
  }),
  /** A new desk begins with this catalog, and not with the one it had. */
  template_brought: event("admins", { from: key().nullable(), to: key() }),
};
