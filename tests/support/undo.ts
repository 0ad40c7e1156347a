export type Undo = {
  add(step: () => unknown): void;
  /** Takes everything back, last first; asked again, it waits for the same. */
  all(): Promise<void>;
};

/** Remembers how to take back what a run has set up, also when the run is told to end before its time. */
export function rememberToUndo(): Undo {
  const steps: (() => unknown)[] = [];
  let undone: Promise<void> | undefined;
  const takeBack = async () => {
    for (let step = steps.pop(); step; step = steps.pop()) await step();
  };
  const all = () => {
    undone ??= takeBack();
    return undone;
  };
  // Ctrl-C is left to the test runners, who then end in good order by themselves.
  for (const signal of ["SIGTERM", "SIGHUP"] as const)
    process.once(signal, () => all().finally(() => process.exit(1)));
  return { add: step => steps.push(step), all };
}
