import type { Peeked } from "@/components/search/peek";
import type { IconName } from "@/components/ui/icon";
import type { KeyboardTexts } from "@/lib/messages/keyboard";
import { type Command, groups, type Surroundings } from "./command";
import { follow } from "./follow";
import { type Offer, takeOffer } from "./offers";
import { placesOf } from "./places";
import { undoButton, undoReply } from "./undo-reply";

/** Everything that can be done here, and everywhere one can go. */
export function commandsOf(around: Surroundings, texts: KeyboardTexts): Command[] {
  const { offers, path, copy, showOverview, narrow } = around;
  const reference = /^\/agent\/requests\/([\w-]+)$/.exec(path)?.[1];
  const named: (Command | false | undefined)[] = [
    undoButton() !== null && {
      ...{ id: "undo_reply", group: "answer", label: texts["do.undo_reply"], icon: "reply" },
      ...{ shortcut: "undo_reply", run: () => void undoReply() },
    },
    ...offers.map((offer, index) => ofOffer(offer, index, texts)),
    offers.some(isSending) && {
      ...{ id: "send_and", group: "send", label: texts["do.send_and"], icon: "reply", shortcut: "send_and" },
      isAsking: true,
      run: () => narrow("send"),
    },
    ...asking.map(
      ([group, shortcut]) =>
        offers.some(one => one.group === group && (one.choice || one.isRare)) && {
          ...{ id: shortcut, group, label: texts[`do.${shortcut}`], icon: icons[group], shortcut },
          isAsking: true,
          run: () => narrow(group),
        },
    ),
    ...(reference
      ? (
          [
            ["copy_link", `${location.origin}${path}`],
            ["copy_reference", reference],
          ] as const
        ).map(([id, text]) => ({
          ...{ id, group: "request" as const, label: texts[id], icon: "paperclip" as const },
          run: () => copy(text),
        }))
      : []),
    ...placesOf(around, texts),
    {
      ...{ id: "overview", group: "rest", label: texts["do.overview"], icon: "info", shortcut: "overview" },
      run: showOverview,
    },
    { id: "log_out", group: "rest", label: texts.log_out, icon: "log-out", run: logOut },
  ];
  const all = named.filter(one => one !== false && one !== undefined);
  return groups.flatMap(group => all.filter(one => one.group === group));
}

const icons = {
  answer: "reply",
  send: "reply",
  assignee: "user",
  team: "users",
  move: "arrow-right",
  priority: "arrow-up",
  tag: "tag",
  snooze: "clock",
  request: "bell",
} as const;

/** Where one of several is chosen. */
const asking = [
  ["assignee", "assign"],
  ["priority", "priority"],
  ["tag", "tag"],
  ["snooze", "snooze"],
] as const;

const isSending = ({ group }: Offer) => group === "send";

function ofOffer(offer: Offer, index: number, texts: KeyboardTexts): Command {
  const { group, label, choice, shortcut, isRare } = offer;
  return {
    ...{ id: `offer-${index}`, group, label: choice ? sayChoice(offer, texts) : label, icon: icons[group] },
    ...(shortcut && { shortcut }),
    ...((choice || isRare || isSending(offer)) && { isRare: true }),
    run: () => takeOffer(offer),
  };
}

function sayChoice({ group, label, choice }: Offer, texts: KeyboardTexts): string {
  if (group === "team") return texts.hand_over_to.replace("{name}", label);
  if (group === "tag") return texts.add_tag.replace("{tag}", label);
  if (group === "priority") return texts.set_priority.replace("{priority}", label);
  return choice?.value ? texts.assign_to.replace("{name}", label) : texts.assign_to_nobody;
}

// The form of the account menu, which is on every page.
const logOut = () => document.querySelector<HTMLFormElement>("#account-menu form")?.requestSubmit();

/** Where the words lead that no command has: to what they find, by number first, to the request they name, and to the search of the queue. */
export function searchesFor(words: string, found: Peeked[], texts: KeyboardTexts): Command[] {
  if (words === "") return [];
  const named = /^[a-z][a-z0-9]{1,9}-[1-9]\d{0,8}$/i.test(words) ? words.toUpperCase() : null;
  const to = (id: string, label: string, icon: IconName, href: string): Command => ({
    ...{ id, group: "place", label, icon },
    run: () => follow(href),
  });
  const reference = found.some(one => one.reference === named) ? null : named;
  const hasNumber = (one: Peeked) => one.reference.endsWith(`-${words.replace("#", "")}`);
  return [
    ...[...found]
      .sort((a, b) => Number(hasNumber(b)) - Number(hasNumber(a)))
      .map(({ reference, summary, requesterName, statusLabel }) => ({
        ...to(`found-${reference}`, summary, "message-square", `/agent/requests/${reference}`),
        detail: `${reference} · ${requesterName} · ${statusLabel}`,
      })),
    ...(reference
      ? [
          to(
            "request",
            texts.go_to_request.replace("{reference}", reference),
            "arrow-right",
            `/agent/requests/${reference}`,
          ),
        ]
      : []),
    to("find", texts.find.replace("{words}", words), "search", `/agent?q=${encodeURIComponent(words)}`),
  ];
}
