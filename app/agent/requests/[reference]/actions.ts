"use server";

import { addCustomerNote, changeCustomerNote, removeCustomerNote } from "@/lib/desk/customer-notes";
import { addCustomerNoteInput, changeCustomerNoteInput, removeCustomerNoteInput } from "@/lib/desk/input";
import { signedInAction } from "@/lib/entry/action";
import { requestPath } from "@/lib/requests/view";

const toCustomer = (_: unknown, { reference }: { reference: string }) =>
  `${requestPath(reference, "agent")}#customer`;

export const addNote = signedInAction({
  input: addCustomerNoteInput,
  command: addCustomerNote,
  staysOnPage: true,
  redirectTo: toCustomer,
});
export const changeNote = signedInAction({
  input: changeCustomerNoteInput,
  command: changeCustomerNote,
  staysOnPage: true,
  redirectTo: toCustomer,
});
export const removeNote = signedInAction({
  input: removeCustomerNoteInput,
  command: removeCustomerNote,
  staysOnPage: true,
  redirectTo: toCustomer,
});
