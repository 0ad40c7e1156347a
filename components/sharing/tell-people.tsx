import { faceOf } from "@/components/ui/avatar";
import { Banner } from "@/components/ui/banner";
import type { Clock } from "@/lib/clock";
import type { FormAction } from "@/lib/form/form-state";
import type { Translator } from "@/lib/messages/translate";
import type { RequestInView } from "@/lib/requests/view";
import { maxAtOnce } from "@/lib/sharing/input";
import type { OnRequest, Sharing } from "@/lib/sharing/people";
import type { Piece } from "../requests/sentence";
import { tellPieces, timeOf } from "../requests/telling";
import { InvitedPerson } from "./invited-person";
import { Leave, Remove } from "./parting";
import type { ToldPeople, ToldPerson } from "./told-people";

type Telling = {
  t: Translator;
  clock: Clock;
  on: RequestInView;
  /** What has just been done here. */
  done?: string;
  actions: Record<"sendAgain" | "withdraw" | "remove" | "leave", FormAction>;
};

const news = {
  invited: "sharing.done.invited",
  again: "sharing.done.again",
  withdrawn: "sharing.done.withdrawn",
  removed: "sharing.done.removed",
} as const;

const isNews = (done = ""): done is keyof typeof news => Object.hasOwn(news, done);

/** Who takes part, who is invited, and what the reader may do about it. */
export function tellPeople(sharing: Sharing, telling: Telling): ToldPeople {
  const { people, invited, canShare, canRemove, canLeave } = sharing;
  const { t, on, clock, done, actions } = telling;
  return {
    title: t("sharing.title"),
    people: people.map(person => tellPerson(person, canRemove, telling)),
    invited: invited.map(invitation => ({
      id: invitation.id,
      drawn: (
        <InvitedPerson
          t={t}
          on={on}
          invitation={invitation}
          clock={clock}
          actions={canShare ? actions : undefined}
        />
      ),
    })),
    ...(canShare && {
      share: {
        label: t("sharing.share"),
        addresses: tellAddresses(t, t("sharing.share.addresses")),
        send: t("sharing.share.send"),
      },
    }),
    ...(isNews(done) && {
      news: (
        <Banner tone="good" role="status">
          {t(news[done])}
        </Banner>
      ),
    }),
    ...(canLeave && { leave: <Leave t={t} on={on} action={actions.leave} /> }),
  };
}

/** Of the field for the addresses of the people to share with; the same words wherever it stands. */
export const tellAddresses = (t: Translator, label: string) => ({
  label,
  help: t("sharing.share.help", { max: maxAtOnce }),
  maxLength: 10_000,
});

function tellPerson(person: OnRequest, canRemove: boolean, { t, clock, on, actions }: Telling): ToldPerson {
  const { id, name, role, isMe, addedBy, addedAt } = person;
  const time = timeOf(addedAt, clock);
  const note = (inside: Piece[]) => ({ soft: inside.join("") });
  return {
    id,
    face: faceOf(name),
    name: isMe ? tellPieces(t, "sharing.me", { name: { person: name }, note }) : [{ person: name }],
    since:
      role === "requester"
        ? tellPieces(t, "sharing.raised", { time })
        : addedBy
          ? tellPieces(t, "sharing.added_by", { person: { person: addedBy }, time })
          : tellPieces(t, "sharing.added", { time }),
    ...(canRemove &&
      role === "participant" &&
      !isMe && { remove: <Remove person={person} t={t} on={on} action={actions.remove} /> }),
  };
}
