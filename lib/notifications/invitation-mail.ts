import "server-only";
import { renderMail } from "@/emails/render";
import * as sharedWithYou from "@/emails/shared-with-you";
import { days, later } from "../clock";
import { env } from "../env";
import { byPerson } from "../events/act";
import { dateFormat } from "../formats";
import { referenceOf } from "../requests/reference";
import { invitationDays } from "../sharing/invite";
import { deskInMail } from "./desk-in-mail";
import type { Reader } from "./reader";

export const invitationKind = "shared_with_you";

/** The same for every address: the mail names no person, and no account is looked for. */
export const tellInvitation: Reader<"invitation_sent"> = async (act, { data, secrets }) => {
  const { email, request } = await act.tx.invitation.findUniqueOrThrow({
    where: { id: data.invitationId },
    select: { email: true, request: { select: { number: true } } },
  });
  const mail = await renderMail(sharedWithYou, {
    desk: deskInMail(),
    recipient: { name: "" },
    reference: referenceOf(request.number),
    sharedBy: byPerson(act).actor.email,
    url: `${env().APP_URL}/invitations/${secrets.token}`,
    until: lastMoment(later(act.at, days(invitationDays))),
  });
  return [{ kind: invitationKind, personId: null, to: email, isSecret: true, ...mail }];
};

/** Nobody knows yet how the reader reads times, or whether they have an account. */
function lastMoment(at: Date): string {
  return dateFormat({ language: "en-GB", timeZone: "UTC" }, "exactWeekday").format(at);
}
