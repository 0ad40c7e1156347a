import type { RefusalCode } from "../../refusal";

/** What is said of a refusal: above the form, and next to the input it is about where that is something else. */
export type Text = string | { form: string; field: string };

const linkGone = "This link is no longer valid.";
const emptyMessage = "Write your message, or attach a file.";
const noFitOfForm = "This form does not fit the request. Please reload the page.";

/** ICU messages; `{wait}` is how long `seconds` are, in words. */
export const refusals: Record<RefusalCode, Text> = {
  not_found: "We could not find that. It may have been removed, or the link is incomplete.",
  "origin.foreign": "This form was sent from another site. Open the page here and send it again.",
  "session.over":
    "You are no longer logged in. Log in again in another tab, then send this again: what you typed is still here.",
  "page.outdated": "This page is out of date. Nothing was done; reload it to go on.",
  "page.of_somebody_else":
    "This page was opened by {owner}, and this browser is now logged in as {actor}. Nothing was done, and what was typed is still here. Log in as {owner} in another tab and send it again, or reload the page.",
  "draft.of_somebody_else": "This page was opened by somebody else.",
  "form.gone": "This form no longer exists. Please choose again from the catalog.",
  "form.misfit": noFitOfForm,
  "desk.unreachable":
    "The desk cannot reach its database right now. Nothing was saved and what you typed is still here; please try again in a moment.",
  "desk.read_only":
    "The desk cannot save anything right now. Nothing was saved and what you typed is still here; please try again in a moment.",
  "desk.failed":
    "Something went wrong on our side, and nothing was saved. Please try again. If it keeps happening, tell us this number: {number}.",
  "person.only": "Only a person can do this.",
  "operator.only": "Only an operator of the desk can do this.",
  "limit.reached": "That is more than the desk takes at once. Please wait {wait} and try again.",
  "limit.at_once": "Too much at once. Wait a moment, then send this again.",
  "limit.passwords":
    "Many people are logging in or signing up at this moment. Please try again in a few seconds.",
  "limit.searches": "Too many searches at once. Please wait a moment and search again.",
  "limit.uploads":
    "“{name}” was not accepted: many files are arriving right now. Try again in a few minutes.",

  "link.gone": `${linkGone} Ask for a new one.`,
  "link.of_settings_gone": `${linkGone} Ask for a new one in your settings.`,
  "link.of_sign_up_gone": `${linkGone} Log in if you have confirmed it, or sign up again.`,
  "link.forgotten": "This page has waited for too long. Please open the link in your email once more.",
  "link.needs_password": "Please open the link in your email once more: it asks for a password here.",
  "sign_up.gone": "This sign-up has expired. Please sign up again.",
  "sign_up.mail_wait":
    "Please wait {seconds, plural, one {# more second} other {# more seconds}} before asking for another email.",
  "code.gone": "This code is no longer valid. Ask for a new one, or sign up again.",
  "code.wrong": {
    form: "Please check the code.",
    field:
      "That is not the code we mailed. {left, plural, =0 {Ask for a new one.} one {You have # more try.} other {You have # more tries.}}",
  },
  "code.too_many_tries": "Too many codes were tried for this address. Open the link in the email instead.",
  "log_in.wrong": "The email address or the password is not right.",
  "log_in.wait": {
    form: "There were many wrong log-ins {where, select, device {with this browser} network {from your network} password {with this password} other {for this address}}.",
    field: "Please wait {wait}, then enter your password once more.",
  },
  "log_in.link_offered":
    "You don’t have to wait: we can email you a link that logs you in, if this is your address.",
  "account.suspended": "This account is suspended. Please ask the desk about it.",
  "account.exists": "You already have an account with this address. Please log in.",
  "address.same": { form: "Please enter another address.", field: "This is your address already." },
  "address.taken": "This address now has its own account.",
  "name.imitates_desk": {
    form: "Nothing was changed yet.",
    field: "Please choose another name: this one could be taken for the desk itself.",
  },
  "password.wrong": {
    form: "Please check your current password.",
    field: "That is not your current password.",
  },
  "password.changed": {
    form: "Your password was changed a moment ago. Please enter the new one.",
    field: "This is no longer your password.",
  },
  "password.weak": "Please choose another password.",
  "password.same": "This is the same password. Choose another one.",
  "password.too_long": "Please keep the password under {max} characters.",
  "password.lacks": "The password needs: {rules}.",
  "password.guessable": "{why}",
  "person.exists": "There is already a person with the address {email}.",
  "person.unknown": "There is no person with the address {email}.",
  "person.last_admin":
    "{email} is the last admin who can log in. Make another admin first: npm run lodge -- person:create",

  "file.empty": "“{name}” is empty.",
  "file.kind":
    "“{name}” is of a kind that the desk does not take. Put it into a ZIP file, or send it as PDF or text.",
  "file.mislabelled": "“{name}” is not what its name says. Give it the right ending and try again.",
  "file.too_large": "Files can be up to {max} MB; “{name}” is larger.",
  "file.has_too_much": "Files can be up to {max} MB; “{name}” has {size}.",
  "file.infected": "“{name}” was not taken: the virus scanner found {virus} in it.",
  "file.not_checked":
    "“{name}” cannot be checked for viruses right now. Try again in a few minutes, or send your text without it.",
  "file.day_full":
    "One person can send {max} MB of files in a day. “{name}” would be more; send it tomorrow.",
  "file.too_many_unsent": "This form already has {max} files. Remove some of them first, or send it.",
  "file.gone": {
    form: "Not everything that was attached is still there. Please reload the page.",
    field: "One of these files was removed, or sent from another tab. Reload the page to see which are left.",
  },
  "file.some_refused": "Not every file could be attached. The others are, and nothing was sent yet.",
  "file.not_taken_here": "This form takes no files. Reload the page.",

  "request.sent_already":
    "This form was already sent as {reference}. To raise another request, open the form again.",
  "request.sent_before_sharing": "This form was already sent as {reference}. Share it on its own page.",
  "message.missing": { form: "Please write something first.", field: emptyMessage },
  "comment.request_closed":
    "This request is closed. {canFollow, select, yes {Raise a follow-up to go on: the page of the request leads there.} other {Mention it in a new request to go on.}}",
  "comment.asks_reopen": {
    form: "This request has been resolved. Should your comment re-open it?",
    field: "Choose whether the request is re-opened.",
  },
  "comment.unseen":
    "While you were writing: {news}. Look at what is new; to send your words all the same, send them again.",
  "edit.not_yours": "Only the person who wrote a comment can change it.",
  "edit.request_closed": "This request is closed, so its comments stay as they are.",
  "edit.too_late":
    "A comment can be changed for {minutes} minutes after it was written. What you typed is still here: send it as a new comment.",
  "edit.conflict": {
    form: "This comment was edited after you opened it. To replace that with what you have typed, save once more.",
    field: "It now says: “{present}”",
  },
  "correction.not_yours": "Only the person who raised a request can correct it.",
  "correction.not_open":
    "The request is “{status}” now, and only open requests can be corrected. What you typed is still here: re-open the request in another tab, if you can, and send this again.",
  "correction.conflict":
    "This request was corrected after you opened the form. What it says now is shown next to the fields, and what you typed is still here; to keep yours, send this again.",
  "correction.changed": "This was changed to “{present}” in the meantime.",
  "correction.emptied": "This was emptied in the meantime.",
  "move.impossible": "“{move}” is not possible while the request is “{status}”.",
  "move.needs_resolution": { form: "Please say how it was resolved.", field: "Choose a resolution." },
  "move.conflict":
    "Someone was faster: the request has changed since you opened it and is now “{status}”. Look at what is new; to go on all the same, send this again.",
  "follow_up.impossible":
    "{reference} cannot be followed up: only the person who raised it can do that, once it can no longer be re-opened.",
  "mute.takes_no_part": "Only people on a request get mails about it that could be switched off.",
  "note.agents_only": "Only agents can write notes.",
  "assignment.agents_only": "Only agents can assign a request.",
  "assignment.no_agent": { form: "That person is not an active agent.", field: "Choose an agent." },
  "assignment.conflict": "Someone was faster: the request has just been given to somebody else.",

  "sharing.not_yours": "Only the person who raised this request, and support, can share it.",
  "sharing.nobody_invited": "Nobody has been invited yet.",
  "sharing.yourself": "{email} is your own address: you can already see this request.",
  "sharing.requester": "{email} raised this request.",
  "sharing.takes_part": "{email} is already on this request.",
  "sharing.invited": "{email} is invited already; “Send again” sends a new mail.",
  "sharing.full": "A request can have at most {max} people, including those invited.",
  "sharing.day_full": "One person can invite {max} people a day. Please invite the others tomorrow.",
  "invitation.decided": "This invitation has been accepted or withdrawn in the meantime.",
  "invitation.gone": "This invitation is no longer valid. Ask the person who sent it for a new one.",
  "invitation.of_other_address": "This invitation was sent to a different address from your account’s.",
  "participant.not_yours": "Only the person who raised this request, and support, can remove somebody.",
  "participant.gone": "This person is no longer on the request.",
  "participant.only": "Only participants can leave a request.",

  "inbound.answers_nothing": "This mail answers no request. Attach it to one by its reference.",
  "inbound.no_such_request": "There is no such request.",
  "inbound.decided": "Someone was faster: this email has been decided on.",
  "mail.on_its_way": "Someone was faster: this email is on its way already.",
  "mail.secret_gone":
    "The code or link in this mail was removed when the mail was given up. Its recipient can ask for a new one.",
};
