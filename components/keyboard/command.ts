import type { IconName } from "@/components/ui/icon";
import type { Shortcut } from "@/lib/shortcuts/table";
import type { Offer } from "./offers";

export type Group = Offer["group"] | "place" | "rest";
export const groups: Group[] = [
  "answer",
  "send",
  "assignee",
  "team",
  "move",
  "priority",
  "tag",
  "snooze",
  "request",
  "place",
  "rest",
];

export type Command = {
  id: string;
  group: Group;
  label: string;
  detail?: string;
  icon?: IconName;
  shortcut?: Shortcut;
  /** Shown among the others only once something is typed. */
  isRare?: boolean;
  /** Asks on in the palette. */
  isAsking?: boolean;
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
