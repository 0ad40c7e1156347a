import type { IconName } from "@/components/ui/icon";
import { repliesPath } from "@/lib/canned-replies/paths";
import type { KeyboardTexts } from "@/lib/messages/keyboard";
import { awayPath, choicesPath, writingPath } from "@/lib/requests/view";
import { viewsPath } from "@/lib/saved-views/paths";
import type { Shortcut } from "@/lib/shortcuts/table";
import type { Command, Surroundings } from "./command";
import { follow } from "./follow";

type PlaceName = keyof { [K in keyof KeyboardTexts as K extends `place.${infer Name}` ? Name : never]: true };

/** Everywhere one can go: fixed places, and those that the menu and the tabs of the open page lead to. */
export function placesOf({ hasInbox, isAdmin }: Surroundings, texts: KeyboardTexts): Command[] {
  const to = (href: string, label: string, icon: IconName): Command & { href: string } => ({
    ...{ id: `place ${href}`, group: "place", label, icon, href, run: () => follow(href) },
  });
  const place = (name: PlaceName, href: string, icon: IconName, shortcut?: Shortcut) => ({
    ...to(href, texts[`place.${name}`], icon),
    ...(shortcut && { shortcut }),
  });
  const rare = (name: PlaceName, href: string, icon: IconName) => ({
    ...place(name, href, icon),
    isRare: true,
  });
  const fixed = [
    place("queue", "/agent", "inbox", "queue"),
    place("mine", "/agent?assigned=me", "user"),
    place("unassigned", "/agent?assigned=nobody", "circle-alert"),
    place("bulk", "/agent/bulk", "list-checks"),
    ...(hasInbox ? [place("inbox", "/agent/mail", "mail", "inbox")] : []),
    ...(isAdmin
      ? [
          place("admin", "/admin", "settings"),
          place("people", "/admin/people", "users"),
          place("mail", "/admin/mail", "mail"),
        ]
      : []),
    place("notifications", "/notifications", "bell"),
    place("home", "/", "life-buoy", "home"),
    place("new_request", "/agent/new", "plus", "new_request"),
    place("settings", "/settings", "settings"),
    place("shortcuts", "/settings/keyboard", "settings"),
    rare("mails", "/settings/notifications", "mail"),
    rare("choices", choicesPath, "bell"),
    rare("canned_replies", repliesPath("person"), "reply"),
    rare("views", viewsPath("person"), "bookmark"),
    rare("away", awayPath, "clock"),
    rare("writing", writingPath, "pencil-line"),
    rare("password", "/settings/password", "key-round"),
    rare("data", "/settings/data", "download"),
  ];
  const known = new Set(fixed.map(({ href }) => href));
  const linked = [...document.querySelectorAll<HTMLAnchorElement>("#account-menu a, .tabs a")].flatMap(
    link => {
      const href = link.pathname + link.search;
      if (known.has(href)) return [];
      known.add(href);
      return [{ ...to(href, labelOf(link), "arrow-right"), isRare: true }];
    },
  );
  return [...fixed, ...linked];
}

/** Without the count behind it. */
const labelOf = (link: HTMLAnchorElement) =>
  [...link.childNodes]
    .filter(node => node instanceof Text)
    .map(node => node.textContent)
    .join("")
    .trim();
