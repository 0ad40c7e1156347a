import { returnPath } from "../session/return-path";

const onward = /^\/agent(\/requests\/[\w-]+)?(\?|$)/;

/** The path that a form has sent of what comes next in a list of the desk; null for any other. */
export function onwardIn(next: string | undefined): string | null {
  const path = returnPath(next);
  return onward.test(path) ? path : null;
}
