/** For how long a reply waits before it is sent. */
export const undoSeconds = 10;

/** The form that takes back the reply that is on its way. */
export const undoFormId = "undo-reply";

/** Where an agent finds replies of theirs that were refused when they were due. */
export const heldRepliesId = "held-replies";
