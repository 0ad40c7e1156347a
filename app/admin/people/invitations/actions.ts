"use server";

import {
  countAccountInvitations,
  inviteToDesk,
  sendAccountInvitationAgain,
  withdrawAccountInvitation,
} from "@/lib/accounts/account-invitations";
import { signedInAction } from "@/lib/entry/action";
import { accountInvitationForm, inviteForm } from "@/lib/entry/people-forms";

const path = "/admin/people/invitations";

export const invite = signedInAction({
  input: inviteForm,
  prepare: ({ emails }, actor) => countAccountInvitations(actor, emails.length),
  command: inviteToDesk,
  redirectTo: () => `${path}?done=invited`,
});

export const sendAgain = signedInAction({
  input: accountInvitationForm,
  prepare: (_, actor) => countAccountInvitations(actor, 1),
  command: (act, { invitation }) => sendAccountInvitationAgain(act, invitation),
  redirectTo: () => `${path}?done=again`,
});

export const withdraw = signedInAction({
  input: accountInvitationForm,
  command: (act, { invitation }) => withdrawAccountInvitation(act, invitation),
  redirectTo: () => `${path}?done=withdrawn`,
});
