type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey"> & {
  getModifierState(name: string): boolean;
};

/** On a Mac, Ctrl K deletes to the end of the line. */
export const isPaletteKey = ({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed, isMac: boolean): boolean =>
  key.toLowerCase() === "k" && !altKey && !shiftKey && (isMac ? metaKey && !ctrlKey : ctrlKey && !metaKey);

/**
 * The character that was typed, or null for keys with a modifier, which are the browser's and those of assistive
 * technology. Some keyboards have brackets behind AltGr; a small letter is one also while capitals are locked.
 */
export function characterOf(event: Pressed): string | null {
  const isModified = event.ctrlKey || event.metaKey || event.altKey;
  if ([...event.key].length !== 1 || event.key === " ") return null;
  if (isModified && !(event.getModifierState("AltGraph") && /[^\p{L}\p{N}]/u.test(event.key))) return null;
  return event.shiftKey && /\p{L}/u.test(event.key) ? null : event.key.toLowerCase();
}

/** Whether it is one that a capital letter extends the selection with. */
export const isLetter = (keys: string) => /^\p{L}$/u.test(keys);

const fields = "input, textarea, select, [contenteditable]";

/**
 * Whether keys belong to a field, so that none of them is a shortcut. The box of a row takes the space bar alone. A dialog
 * that has just closed has the focus until the browser draws again.
 */
export const isInField = (target: EventTarget | null) =>
  target instanceof Element && target.matches(fields) && !target.matches(".pick *, dialog:not([open]) *");

/** Whether something is open on top of the page. */
export const isCovered = () => document.querySelector("dialog[open], :popover-open") !== null;
