import type { KeyboardTexts } from "@/lib/messages/keyboard";
import type { Shortcut } from "@/lib/shortcuts/table";
import type { Shown } from "./dialogs";
import { follow } from "./follow";
import { controlOf, type Offer, takeOffer } from "./offers";
import { pickAll, pickRow } from "./picks";
import { goBack, openRow, step, walk } from "./rows";
import { undoButton, undoReply } from "./undo-reply";

export type Here = {
  path: string;
  hasInbox: boolean;
  offers: Offer[];
  show: (what: Shown) => void;
  say: (code: keyof KeyboardTexts) => void;
};

/** Does what a shortcut does here; returns whether there was something to do. */
export function act(name: Shortcut, here: Here): boolean {
  const { hasInbox, show } = here;
  switch (name) {
    case "overview":
      show({ what: "overview" });
      return true;
    case "search":
      return focusSearch();
    case "queue":
      follow("/agent");
      return true;
    case "inbox":
      if (hasInbox) follow("/agent/mail");
      return hasInbox;
    case "home":
      follow("/");
      return true;
    case "new_request":
      follow("/agent/new");
      return true;
    case "undo_reply":
      return undoReply();
    case "next":
      return walk(1);
    case "previous":
      return walk(-1);
    case "open":
      return openRow();
    case "select":
      return pickRow();
    case "select_all":
      return pickAll();
    case "back":
      if (!ofList.test(here.path)) return false;
      goBack();
      return true;
    default:
      return here.path.startsWith("/agent/requests/") ? actOnRequest(name, here) : actOnRows(name, here);
  }
}

/** What is opened from a list: a request, or what is done with several. */
const ofList = /^\/agent\/(requests\/|bulk)/;

const chosenFrom: Partial<Record<Shortcut, Offer["group"]>> = {
  assign: "assignee",
  move: "move",
  priority: "priority",
  tag: "tag",
  snooze: "snooze",
  send_and: "send",
};

function actOnRequest(name: Shortcut, { offers, show, say }: Here): boolean {
  const end = name === "next_request" ? step(1) : name === "previous_request" ? step(-1) : null;
  if (end) say(end);
  const only = chosenFrom[name];
  if (only && offers.some(({ group }) => group === only)) show({ what: "palette", only });
  const offer = offers.find(({ shortcut }) => shortcut === name);
  if (offer) takeOffer(offer);
  return true;
}

/** What a page offers for the rows that are selected. */
function actOnRows(name: Shortcut, { offers }: Here): boolean {
  const offer = offers.find(({ shortcut }) => shortcut === name);
  if (offer) takeOffer(offer);
  return offer !== undefined;
}

const searchField = () => document.querySelector<HTMLInputElement>("main input[type=search]");

function focusSearch(): boolean {
  const field = searchField();
  field?.focus();
  field?.select();
  return field !== null;
}

/** Screen readers announce the keys of a control along with it, but know only single ones. */
export function markControls(offers: Offer[], keymap: Record<Shortcut, string>): void {
  const mark = (control: Element | null, keys: string) => {
    if (keys.length === 1) control?.setAttribute("aria-keyshortcuts", keys);
  };
  for (const offer of offers) if (offer.shortcut) mark(controlOf(offer), keymap[offer.shortcut]);
  mark(searchField(), keymap.search);
  mark(undoButton(), keymap.undo_reply);
}
