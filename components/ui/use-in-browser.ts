import { useSyncExternalStore } from "react";

const never = () => () => {};

/**
 * Whether the browser has taken the page over. Agents need script, so what is folded away on their pages is drawn by it: the
 * server neither draws nor sends it.
 */
export const useInBrowser = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
