import { z } from "zod";
import { event } from "./define";

const template = z.enum(["default", "it", "customer_success", "facilities", "empty"]);

export const deskFileEvents = {
  /** An import has put a whole list in order: changes `order`, by slugs. */
  order_set: event("admins", {
    of: z.enum(["tags", "teams", "organisations", "categories", "types", "canned_replies", "views"]),
  }),
  /** A new desk begins with this catalog, and not with the one it had. */
  template_brought: event("admins", { from: template.nullable(), to: template }),
};
