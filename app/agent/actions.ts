"use server";

import { takeBackInput, takeBackReply } from "@/lib/actions/due-replies";
import { answerFormId } from "@/lib/desk/modes";
import { signedInAction } from "@/lib/entry/action";
import { saveViewForm } from "@/lib/entry/view-forms";
import { createView, updateView } from "@/lib/saved-views/change";
import { updateViewInput } from "@/lib/saved-views/input";
import { savedViewPath } from "@/lib/saved-views/paths";

export const save = signedInAction({
  input: saveViewForm,
  command: (act, { owner, ...view }) => createView(act, owner, view),
  redirectTo: savedViewPath,
});

export const update = signedInAction({
  input: updateViewInput,
  command: updateView,
  redirectTo: savedViewPath,
});

export const undo = signedInAction({
  input: takeBackInput,
  command: takeBackReply,
  redirectTo: path => `${path}#${answerFormId}`,
});
