import { z } from "zod";
import { templates } from "../template-names";
import { event } from "./define";

export const deskFileEvents = {
  /** An import has put a whole list in order: changes `order`, by slugs. */
  order_set: event("admins", {
    of: z.enum([
      "tags",
      "teams",
      "organisations",
      "lists",
      "categories",
      "types",
      "canned_replies",
      "views",
      "help_articles",
    ]),
  }),
  /** A new desk begins with this catalog, or with one of its own, and not with the one it had. */
  template_brought: event("admins", {
    from: z.enum(templates).nullable(),
    to: z.enum(templates).nullable(),
  }),
};
