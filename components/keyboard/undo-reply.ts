import { undoFormId } from "@/lib/desk/undo";

/** The button that takes back the reply that is being sent, while there is one. */
export const undoButton = () => document.querySelector<HTMLElement>(`#${undoFormId} button[type=submit]`);

/** Returns whether there was a reply to take back. */
export function undoReply(): boolean {
  const button = undoButton();
  button?.click();
  return button !== null;
}
