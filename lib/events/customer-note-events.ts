import { event, id } from "./define";

const note = { customerNoteId: id() };

/** Each is about the customer. */
export const customerNoteEvents = {
  customer_note_added: event("agents", note),
  customer_note_changed: event("agents", note),
  customer_note_removed: event("agents", note),
};
