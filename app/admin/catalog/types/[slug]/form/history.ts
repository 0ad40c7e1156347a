import type { Drafted } from "./drafting";

/** The questions with what they were before. Changes with the same mark, such as letters of one label, are one step. */
export type History = { past: Drafted[][]; present: Drafted[]; future: Drafted[][]; mark: string | null };

type Step = { kind: "change"; to: Drafted[]; mark?: string } | { kind: "undo" | "redo" };

const mostSteps = 200;

export const begin = (present: Drafted[]): History => ({ past: [], present, future: [], mark: null });

export function stepped(history: History, step: Step): History {
  const { past, present, future, mark } = history;
  if (step.kind === "change") {
    if (step.to === present) return history;
    const continues = step.mark !== undefined && step.mark === mark;
    return {
      past: continues ? past : [...past, present].slice(-mostSteps),
      present: step.to,
      future: [],
      mark: step.mark ?? null,
    };
  }
  const [before, after] = [past.at(-1), future[0]];
  if (step.kind === "undo")
    return before
      ? { past: past.slice(0, -1), present: before, future: [present, ...future], mark: null }
      : history;
  return after ? { past: [...past, present], present: after, future: future.slice(1), mark: null } : history;
}
