import "server-only";
import { renderMail } from "@/emails/render";
import * as sharedWithYou from "@/emails/shared-with-you";
import { db } from "../db";
import { env } from "../env";
import { dateFormat } from "../formats";
import { referenceOf } from "../requests/reference";
import { deskInMail } from "./desk-in-mail";
import type { Renderer } from "./render";

/** Names no person, so that it is the same for every address. Whether it is still open was checked before. */
export const renderInvitation: Renderer<"shared_with_you"> = async ({
  facts,
  secret,
  reader,
  t,
  settings,
}) => {
  const invitation = await db().invitation.findUniqueOrThrow({
    where: { id: facts.invitationId },
    select: {
      expiresAt: true,
      invitedBy: { select: { email: true } },
      request: { select: { number: true } },
    },
  });
  return renderMail(sharedWithYou, {
    t,
    desk: deskInMail(settings),
    recipient: { name: "" },
    reference: referenceOf(invitation.request.number, settings),
    sharedBy: invitation.invitedBy.email,
    url: `${env().APP_URL}/invitations/${secret.token}`,
    until: dateFormat(reader, "exactWeekday").format(invitation.expiresAt),
  });
};
