import { faceOf } from "@/components/ui/avatar";
import { tellTime } from "@/components/ui/told-time";
import type { Clock } from "@/lib/clock";
import type { Translator } from "@/lib/messages/translate";
import { maxAtOnce } from "@/lib/sharing/input";
import type { Invited, OnRequest, Sharing } from "@/lib/sharing/people";
import { tellPieces, unseen } from "../requests/telling";
import type { ToldInvited, ToldPeople, ToldPerson } from "./told-people";

const news = {
  invited: "sharing.done.invited",
  again: "sharing.done.again",
  withdrawn: "sharing.done.withdrawn",
  removed: "sharing.done.removed",
} as const;

const isNews = (done = ""): done is keyof typeof news => Object.hasOwn(news, done);

/** Who takes part, who is invited, and what the reader may do about it. `done`: what has just been done here. */
export function tellPeople(
  sharing: Sharing,
  done: string | undefined,
  t: Translator,
  clock: Clock,
): ToldPeople {
  const { people, invited, canShare, canRemove, canLeave } = sharing;
  return {
    title: t("sharing.title"),
    ...(isNews(done) && { news: t(news[done]) }),
    people: people.map(person => tellPerson(person, canRemove, t, clock)),
    invited: invited.map(invitation => tellInvited(invitation, canShare, t, clock)),
    ...(canShare && {
      share: {
        label: t("sharing.share"),
        addresses: tellAddresses(t, t("sharing.share.addresses")),
        send: t("sharing.share.send"),
      },
    }),
    ...(canLeave && {
      leave: {
        label: t("sharing.leave"),
        effect: [t("sharing.leave.effect")],
        button: [t("sharing.leave.button")],
        working: t("sharing.leave.working"),
      },
    }),
  };
}

/** Of the field for the addresses of the people to share with; the same words wherever it stands. */
export const tellAddresses = (t: Translator, label: string) => ({
  label,
  help: t("sharing.share.help", { max: maxAtOnce }),
  maxLength: 10_000,
});

function tellPerson(
  { id, name, role, isMe, addedBy, addedAt }: OnRequest,
  canRemove: boolean,
  t: Translator,
  clock: Clock,
): ToldPerson {
  const person = { person: name };
  const time = { time: tellTime(addedAt, clock) };
  const note = (inside: unknown[]) => ({ soft: inside.join("") });
  return {
    id,
    face: faceOf(name),
    name: isMe ? tellPieces(t, "sharing.me", { name: person, note }) : [person],
    since:
      role === "requester"
        ? tellPieces(t, "sharing.raised", { time })
        : addedBy
          ? tellPieces(t, "sharing.added_by", { person: { person: addedBy }, time })
          : tellPieces(t, "sharing.added", { time }),
    ...(canRemove &&
      role === "participant" &&
      !isMe && {
        remove: {
          label: t("sharing.remove"),
          effect: tellPieces(t, "sharing.remove.effect", { person }),
          button: tellPieces(t, "sharing.remove.person", { person }),
          working: t("sharing.remove.working"),
        },
      }),
  };
}

/** An invitation that nobody has accepted yet. */
function tellInvited(
  { id, email, invitedBy, sentAt, expiresAt, isExpired }: Invited,
  canShare: boolean,
  t: Translator,
  clock: Clock,
): ToldInvited {
  const timeOf = (at: string) => ({ time: tellTime(at, clock) });
  return {
    id,
    who: email ?? t("sharing.invited_person"),
    by: tellPieces(t, "sharing.invited_by", { person: { person: invitedBy }, time: timeOf(sentAt) }),
    state: isExpired ? [t("sharing.expired")] : tellPieces(t, "sharing.pending", { time: timeOf(expiresAt) }),
    isExpired,
    ...(email !== null &&
      canShare && {
        again: tellPieces(t, "sharing.send_again", { email, hidden: unseen }),
        withdraw: tellPieces(t, "sharing.withdraw", { email, hidden: unseen }),
      }),
  };
}
