let undoneAt = Number.NEGATIVE_INFINITY;

/** A reply is being taken back: the answer box that is drawn next has it. */
export function noteUndo(): void {
  undoneAt = performance.now();
}

/** Whether that happened just now, and is not known yet. */
export function takeUndo(): boolean {
  const isNew = performance.now() - undoneAt < 10_000;
  undoneAt = Number.NEGATIVE_INFINITY;
  return isNew;
}
