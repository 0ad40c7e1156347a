import { watchBeside } from "./live";

/** Where a tab keeps the list that a request was opened from. */
export const listKey = "lodge-list";
const hiddenKey = "lodge-list-hidden";

/** Wide enough for that list beside the request. */
export const wideScreen = "(min-width: 100rem)";

export const isListHidden = () => localStorage.getItem(hiddenKey) !== null;

export function hideList(isHidden: boolean): void {
  if (isHidden) localStorage.setItem(hiddenKey, "yes");
  else localStorage.removeItem(hiddenKey);
}

const hasListBeside = () =>
  matchMedia(wideScreen).matches && sessionStorage.getItem(listKey) !== null && !isListHidden();

watchBeside(path => (path.startsWith("/agent/requests/") && hasListBeside() ? "&list=queue" : ""));
