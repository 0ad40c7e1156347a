import { type ReactNode, useSyncExternalStore } from "react";

const never = () => () => {};

/** Whether the browser has taken the page over. */
export const useInBrowser = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

/**
 * What is folded away on agents' pages, who need script anyway: the browser draws it, and the server neither draws nor
 * sends it.
 */
export const InBrowser = ({ children }: { children: ReactNode }) => (useInBrowser() ? children : null);
