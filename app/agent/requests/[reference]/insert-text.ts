/** As if it were typed: undo takes it out in one step, and the form notices. */
export function insertText(box: HTMLTextAreaElement, from: number, to: number, text: string): void {
  box.focus();
  box.setSelectionRange(from, to);
  if (text === "" && from === to) return;
  // Nothing else reaches the browser's own undo.
  const isDone = text ? document.execCommand("insertText", false, text) : document.execCommand("delete");
  if (isDone) return;
  box.setRangeText(text, from, to, "end");
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

type Slash = { box: HTMLTextAreaElement; from: number | null; slash: number };

/** Removes the `/` that a button has put there, with what was typed behind it. One that was typed stays: `from` is null. */
export function takeBack({ box, from, slash }: Slash): void {
  if (from !== null && box.value[slash] === "/") insertText(box, from, box.selectionEnd, "");
}
