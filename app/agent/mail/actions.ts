"use server";

import { signedInAction } from "@/lib/entry/action";
import { acceptMail, attachMail, discardMail } from "@/lib/inbound/decide";
import { acceptInput, attachInput, discardInput } from "@/lib/inbound/input";

export const accept = signedInAction({
  input: acceptInput,
  command: acceptMail,
  redirectTo: () => "/agent/mail?done=accepted",
});

export const attach = signedInAction({
  input: attachInput,
  command: attachMail,
  redirectTo: () => "/agent/mail?done=attached",
});

export const discard = signedInAction({
  input: discardInput,
  command: discardMail,
  redirectTo: () => "/agent/mail?done=discarded",
});
