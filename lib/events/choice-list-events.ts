import { z } from "zod";
import { event, id } from "./define";

const list = { listId: id() };

export const choiceListEvents = {
  /** These two change texts: see `changesBetween` of lists. */
  choice_list_added: event("admins", list),
  choice_list_changed: event("admins", list),
  choice_list_shifted: event("admins", { ...list, to: z.enum(["earlier", "later"]) }),
  choice_list_archived: event("admins", list),
  choice_list_restored: event("admins", list),
};
