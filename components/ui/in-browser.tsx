"use client";

import { createContext, type ReactNode, use, useSyncExternalStore } from "react";

const never = () => () => {};

/** Whether the browser has taken the page over. */
export const useInBrowser = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

const AllDrawn = createContext(false);

/** Around a page that is asked by its address, as people do without script, to have drawn what the browser would draw. */
export const DrawAll = ({ children }: { children: ReactNode }) => (
  <AllDrawn value={true}>{children}</AllDrawn>
);

/** Whether the page is asked for all of it: what folds is open there from the start. */
export const useIsAllAsked = (): boolean => use(AllDrawn);

/** Whether what is folded away is drawn. */
export function useIsDrawn(): boolean {
  const isAsked = useIsAllAsked();
  return useInBrowser() || isAsked;
}

/**
 * What is folded away on agents' pages, who need script anyway: the browser draws it, and the server neither draws nor
 * sends it. `without`: stands there until then, and leads those without script to a page that has it.
 */
export const InBrowser = ({ without, children }: { without?: ReactNode; children: ReactNode }) =>
  useIsDrawn() ? children : without;
