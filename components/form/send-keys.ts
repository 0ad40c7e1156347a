import type { KeyboardEvent } from "react";

/**
 * Ctrl or ⌘ and Enter, which send from within a text, too, where Enter starts a line, and from a refusal, which has the focus.
 * On a link or a button the browser has its own meaning for them.
 */
export const areSendKeys = ({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean =>
  key === "Enter" &&
  (ctrlKey || metaKey) &&
  !altKey &&
  (target as Element).matches("input, textarea, select, .error-summary");
