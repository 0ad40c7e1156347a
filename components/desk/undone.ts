let undoneAt = Number.NEGATIVE_INFINITY;

/** A reply is being taken back: the answer box that is drawn next has it. */
export function noteUndo(): void {
  undoneAt = performance.now();
}

/** Whether a reply was taken back within the last ten seconds. Says so once. */
export function takeUndo(): boolean {
  const isNew = performance.now() - undoneAt < 10_000;
  undoneAt = Number.NEGATIVE_INFINITY;
  return isNew;
}
