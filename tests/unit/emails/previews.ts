import * as accountExists from "../../../emails/account-exists";
import * as accountInvitation from "../../../emails/account-invitation";
import * as addressChanged from "../../../emails/address-changed";
import * as addressTaken from "../../../emails/address-taken";
import * as assignedToYou from "../../../emails/assigned-to-you";
import * as closed from "../../../emails/closed";
import * as commentPosted from "../../../emails/comment-posted";
import * as confirmAddress from "../../../emails/confirm-address";
import * as dailyDigest from "../../../emails/daily-digest";
import * as gathered from "../../../emails/gathered";
import * as internalNote from "../../../emails/internal-note";
import * as logInLink from "../../../emails/log-in-link";
import * as newRequest from "../../../emails/new-request";
import * as passwordChanged from "../../../emails/password-changed";
import { type Message, renderMail } from "../../../emails/render";
import * as reopened from "../../../emails/reopened";
import * as replyHeldBack from "../../../emails/reply-held-back";
import * as requestCorrected from "../../../emails/request-corrected";
import * as requestNews from "../../../emails/request-news";
import * as requestReceived from "../../../emails/request-received";
import * as resolved from "../../../emails/resolved";
import * as setPassword from "../../../emails/set-password";
import * as severalRequests from "../../../emails/several-requests";
import * as sharedWithYou from "../../../emails/shared-with-you";
import * as signUpRefused from "../../../emails/sign-up-refused";
import * as statusChanged from "../../../emails/status-changed";
import * as typeChanged from "../../../emails/type-changed";
import * as verifyAddress from "../../../emails/verify-address";
import * as waitingForYou from "../../../emails/waiting-for-you";

type Previewed<Props> = Message<Props> & { default: { PreviewProps: Props } };

/** A message with its props, so that messages of different props can stand in one table. */
export function preview<Props extends object>(message: Previewed<Props>, link: string) {
  const props = message.default.PreviewProps;
  return { link, write: (change: Partial<Props> = {}) => renderMail(message, { ...props, ...change }) };
}

export const requestUrl = "https://desk.example.com/requests/LDG-1042";
const forAgents = "https://desk.example.com/agent/requests/LDG-1042";

const requestMails = {
  "request received": preview(requestReceived, requestUrl),
  "comment posted": preview(commentPosted, requestUrl),
  "waiting for you": preview(waitingForYou, requestUrl),
  "status changed": preview(statusChanged, requestUrl),
  resolved: preview(resolved, requestUrl),
  "type changed": preview(typeChanged, requestUrl),
  "re-opened": preview(reopened, requestUrl),
  closed: preview(closed, requestUrl),
  gathered: preview(gathered, requestUrl),
  "assigned to you": preview(assignedToYou, forAgents),
  "reply held back": preview(replyHeldBack, forAgents),
  "request news": preview(requestNews, forAgents),
  "new request": preview(newRequest, forAgents),
  "internal note": preview(internalNote, forAgents),
  "request corrected": preview(requestCorrected, forAgents),
};

const mails = {
  "verify address": preview(verifyAddress, verifyAddress.default.PreviewProps.url),
  "account invitation": preview(accountInvitation, accountInvitation.default.PreviewProps.url),
  "account exists": preview(accountExists, "https://desk.example.com/sign-in"),
  "sign-up refused": preview(signUpRefused, "https://desk.example.com"),
  "log-in link": preview(logInLink, logInLink.default.PreviewProps.url),
  "set password": preview(setPassword, setPassword.default.PreviewProps.url),
  "daily digest": preview(dailyDigest, dailyDigest.default.PreviewProps.listUrl),
  "several requests": preview(severalRequests, severalRequests.default.PreviewProps.listUrl),
  "password changed": preview(passwordChanged, "https://desk.example.com/reset"),
  "confirm address": preview(confirmAddress, confirmAddress.default.PreviewProps.url),
  "address taken": preview(addressTaken, "https://desk.example.com/sign-in"),
  "address changed": preview(addressChanged, "https://desk.example.com"),
  "shared with you": preview(sharedWithYou, sharedWithYou.default.PreviewProps.url),
  ...requestMails,
};

export const table = Object.entries(mails);
export const requestTable = Object.entries(requestMails);
