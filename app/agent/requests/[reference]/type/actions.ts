"use server";

import { changeType } from "@/lib/desk/type-change";
import { signedInAction } from "@/lib/entry/action";
import { whileSeen } from "@/lib/entry/desk-forms";
import { goingOn, pathOfGone } from "@/lib/entry/onward";
import { sentTypeChange } from "@/lib/entry/request-forms";
import { requestPath } from "@/lib/requests/view";

export const retype = signedInAction({
  input: sentTypeChange,
  ...goingOn(),
  command: whileSeen(changeType),
  redirectTo: (isSeen: boolean, sent) =>
    isSeen ? `${requestPath(sent.reference, "agent")}#latest` : pathOfGone(sent),
});
