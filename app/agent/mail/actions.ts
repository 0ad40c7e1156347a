"use server";

import { formAction } from "@/lib/entry/action";
import { acceptMail, attachMail, discardMail } from "@/lib/inbound/decide";
import { acceptInput, attachInput, discardInput } from "@/lib/inbound/input";

export const accept = formAction({
  input: acceptInput,
  command: acceptMail,
  done: () => "/agent/mail?done=accepted",
});

export const attach = formAction({
  input: attachInput,
  command: attachMail,
  done: () => "/agent/mail?done=attached",
});

export const discard = formAction({
  input: discardInput,
  command: discardMail,
  done: () => "/agent/mail?done=discarded",
});
