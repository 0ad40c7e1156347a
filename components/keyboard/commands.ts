import type { IconName } from "@/components/ui/icon";
import type { KeyboardTexts } from "@/lib/messages/keyboard";
import type { Shortcut } from "@/lib/shortcuts/table";
import { follow } from "./follow";
import { type Offer, takeOffer } from "./offers";

export type Group = Offer["group"] | "request" | "place" | "rest";
export const groups: Group[] = ["answer", "assignee", "move", "request", "place", "rest"];

export type Command = {
  id: string;
  group: Group;
  label: string;
  icon?: IconName;
  shortcut?: Shortcut;
  /** Shown among the others only once something is typed. */
  isRare?: boolean;
  run: () => void;
};

export type Surroundings = {
  offers: Offer[];
  path: string;
  hasInbox: boolean;
  isAdmin: boolean;
  copy: (text: string) => void;
  showOverview: () => void;
  /** Shows the commands of one group. */
  narrow: (group: Group) => void;
};

/** Everything that can be done here, and everywhere one can go. */
export function commandsOf(around: Surroundings, texts: KeyboardTexts): Command[] {
  const { offers, path, hasInbox, isAdmin, copy, showOverview, narrow } = around;
  const reference = /^\/agent\/requests\/([\w-]+)$/.exec(path)?.[1];
  const place = (name: PlaceName, href: string, icon: IconName, shortcut?: Shortcut): Command => ({
    ...{ id: name, group: "place", label: texts[`place.${name}`], icon, run: () => follow(href) },
    ...(shortcut && { shortcut }),
  });
  const named: (Command | false | undefined)[] = [
    ...offers.map((offer, index) => ofOffer(offer, index, texts)),
    offers.some(isAssigning) && {
      ...{ id: "assign", group: "assignee", label: texts["do.assign"], icon: "user", shortcut: "assign" },
      run: () => narrow("assignee"),
    },
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
    place("queue", "/agent", "inbox", "queue"),
    place("mine", "/agent?assigned=me", "user"),
    place("unassigned", "/agent?assigned=nobody", "circle-alert"),
    hasInbox && place("inbox", "/agent/mail", "mail", "inbox"),
    isAdmin && place("mail", "/admin/mail", "mail"),
    place("notifications", "/notifications", "bell"),
    place("home", "/", "life-buoy", "home"),
    place("settings", "/settings", "settings"),
    place("shortcuts", "/settings/keyboard", "settings"),
    {
      ...{ id: "overview", group: "rest", label: texts["do.overview"], icon: "info", shortcut: "overview" },
      run: showOverview,
    },
    { id: "log_out", group: "rest", label: texts.log_out, icon: "log-out", run: logOut },
  ];
  const all = named.filter(one => one !== false && one !== undefined);
  return groups.flatMap(group => all.filter(one => one.group === group));
}

type PlaceName = keyof { [K in keyof KeyboardTexts as K extends `place.${infer Name}` ? Name : never]: true };

const icons = { answer: "reply", assignee: "user", move: "arrow-right" } as const;
const isAssigning = ({ choice }: Offer) => choice !== undefined;

function ofOffer(offer: Offer, index: number, texts: KeyboardTexts): Command {
  const { group, label, choice, shortcut } = offer;
  const assigns = choice?.value ? texts.assign_to.replace("{name}", label) : texts.assign_to_nobody;
  return {
    ...{ id: `offer-${index}`, group, label: choice ? assigns : label, icon: icons[group] },
    ...(shortcut && { shortcut }),
    ...(choice && { isRare: true }),
    run: () => takeOffer(offer),
  };
}

// The form of the account menu, which is on every page.
const logOut = () => document.querySelector<HTMLFormElement>("#account-menu form")?.requestSubmit();

/** Where the words lead that no command has: to the request they name, and to the search of the queue. */
export function searchesFor(words: string, texts: KeyboardTexts): Command[] {
  if (words === "") return [];
  const reference = /^[a-z][a-z0-9]{1,9}-[1-9]\d{0,8}$/i.test(words) ? words.toUpperCase() : null;
  const to = (id: string, label: string, icon: IconName, href: string): Command => ({
    ...{ id, group: "place", label, icon },
    run: () => follow(href),
  });
  return [
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
