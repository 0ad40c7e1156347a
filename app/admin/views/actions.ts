"use server";

import { signedInAction } from "@/lib/entry/action";
import { archiveView, deleteView, renameView, restoreView, shiftView } from "@/lib/saved-views/change";
import { renameViewInput, shiftViewInput, viewInput } from "@/lib/saved-views/input";
import { viewsPath } from "@/lib/saved-views/paths";

const after = (done: string) => () => `${viewsPath("desk")}?done=${done}`;

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
  redirectTo: () => viewsPath("desk"),
});
