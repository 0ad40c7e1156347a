import "server-only";
import { days, later } from "../clock";
import { invitationDays } from "../sharing/invite";
import type { Reader } from "./reader";

export const invitationKind = "shared_with_you";

/** The same for every address: no account is looked for. */
export const tellInvitation: Reader<"invitation_sent"> = async (act, { data, secrets }) => [
  {
    kind: invitationKind,
    personId: null,
    to: data.email,
    facts: { invitationId: data.invitationId },
    secret: { token: secrets.token ?? "" },
    expiresAt: later(act.at, days(invitationDays)),
  },
];
