"use client";

import clsx from "clsx";
import { fill, useTexts } from "@/components/messages/browser-texts";
import { FaceAsTold } from "@/components/ui/face";
import { Icon, type IconName } from "@/components/ui/icon";
import { Menu, menuItem } from "@/components/ui/menu";
import type { BrowserTexts } from "@/lib/messages/browser";
import type { Account } from "./account";
import { useHere } from "./here";

type Place = { href: string; icon: IconName; section?: string };
type Entry = Place & { text: keyof BrowserTexts };

const waiting: Entry = { href: "/requests?show=waiting_for_customer", text: "menu.waiting", icon: "reply" };
const open: Entry = { href: "/requests?show=open", text: "menu.open", icon: "inbox" };
const lists: Entry[] = [
  open,
  { href: "/requests?show=closed", text: "menu.closed", icon: "archive" },
  { href: "/requests?show=all", text: "menu.all", icon: "list-checks" },
];
const agentDesk: Entry = { href: "/agent", text: "agent_desk", icon: "headset", section: "/agent" };
const settings: Entry = { href: "/settings", text: "menu.settings", icon: "settings", section: "/settings" };

export function AccountMenu({
  person,
  openCount,
  waitingCount,
  links,
  signOut,
  onBar,
}: Account & { onBar?: true }) {
  const texts = useTexts();
  return (
    <Menu
      id="account-menu"
      buttonClass="account"
      name={fill(texts.menu, { name: person.name })}
      label={
        <>
          <FaceAsTold face={person.face} size={onBar ? "small" : "medium"} />
          <span dir="auto">{person.name}</span>
          <Icon name="chevron-down" />
        </>
      }
    >
      <div className="account-person">
        <FaceAsTold face={person.face} size="large" />
        <p>
          <b dir="auto">{person.name}</b>
          {person.email}
        </p>
      </div>
      <hr />
      <nav aria-label={texts["menu.requests"]}>
        {/* Hide an empty "waiting" list. */}
        {waitingCount ? <MenuLink entry={waiting} count={waitingCount} isUrgent /> : null}
        {lists.map(entry => (
          <MenuLink key={entry.href} entry={entry} count={entry === open ? openCount : null} />
        ))}
      </nav>
      {links && (
        <>
          <hr />
          {links.map(({ href, label }) => (
            <MenuLink key={href} entry={{ href, icon: "users", section: href }} label={label} />
          ))}
        </>
      )}
      {person.role !== "customer" && (
        <>
          <hr />
          <MenuLink entry={agentDesk} />
        </>
      )}
      <hr />
      <MenuLink entry={settings} />
      <form action={signOut}>
        <button type="submit" className={menuItem}>
          <Icon name="log-out" />
          {texts["menu.log_out"]}
        </button>
      </form>
    </Menu>
  );
}

type LinkProps = { count?: number | null; isUrgent?: true } & (
  | { entry: Entry; label?: undefined }
  | { entry: Place; label: string }
);

/** A full page load on purpose, which closes the panel. */
function MenuLink({ entry, label, count, isUrgent }: LinkProps) {
  const texts = useTexts();
  const here = useHere();
  const { href, icon, section } = entry;
  const list = label ?? String(texts[entry.text]);
  // Counting stops at a hundred.
  const number = count && (count < 100 ? String(count) : "99+");
  return (
    <a
      href={href}
      data-load="full"
      aria-current={here(href, section)}
      aria-label={number ? fill(texts["menu.counted"], { list, number }) : undefined}
      className={menuItem}
    >
      <Icon name={icon} />
      {list}
      {number ? <span className={clsx("menu-count", isUrgent && "menu-count-urgent")}>{number}</span> : null}
    </a>
  );
}
