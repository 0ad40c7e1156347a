export type Undo = {
  add(step: () => unknown): void;
  all(): Promise<void>;
};

/** Collects how to undo what a run has set up, even if the run is terminated early. */
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
  // Not SIGINT: on Ctrl-C the test runners shut down by themselves.
  for (const signal of ["SIGTERM", "SIGHUP"] as const)
    process.once(signal, () => all().finally(() => process.exit(1)));
  return { add: step => steps.push(step), all };
}
