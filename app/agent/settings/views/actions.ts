"use server";

import { signedInAction } from "@/lib/entry/action";
import { archiveView, deleteView, renameView, restoreView, shiftView } from "@/lib/saved-views/change";
import { renameViewInput, shiftViewInput, viewInput } from "@/lib/saved-views/input";
import type { Owner } from "@/lib/saved-views/owner";
import { viewsPath } from "@/lib/saved-views/paths";

/** Back to the list that it is in. */
const after = (done: string) => (owner: Owner) => `${viewsPath(owner)}?done=${done}`;

export const rename = signedInAction({
  input: renameViewInput,
  command: renameView,
  redirectTo: after("renamed"),
});
export const archive = signedInAction({
  input: viewInput,
  command: archiveView,
  redirectTo: after("archived"),
});
export const restore = signedInAction({
  input: viewInput,
  command: restoreView,
  redirectTo: after("restored"),
});
export const remove = signedInAction({
  input: viewInput,
  command: deleteView,
  redirectTo: after("deleted"),
});
export const shift = signedInAction({
  input: shiftViewInput,
  command: shiftView,
  staysOnPage: true,
  redirectTo: viewsPath,
});
