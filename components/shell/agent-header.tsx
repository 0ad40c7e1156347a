"use client";

import clsx from "clsx";
import { type ReactNode, useEffect } from "react";
import { Keyboard } from "@/components/keyboard/keyboard";
import { useTexts } from "@/components/messages/browser-texts";
import { Icon } from "@/components/ui/icon";
import type { Keyboard as ToldKeyboard } from "@/lib/entry/keyboard";
import type { Account } from "./account";
import { AccountMenu } from "./account-menu";
import "./beside";
import { Bell } from "./bell";
import { useHere } from "./here";

type Props = Account & {
  deskName: string;
  /** The desk's own logo instead of the mark and its name. */
  logo?: ReactNode;
  hasInbox: boolean;
  keyboard: ToldKeyboard;
  /** What administration is called, for admins. */
  adminLabel?: string;
};

/** Dark and dense in both themes, to tell the agents' side from the customers'. */
export function AgentHeader({ deskName, logo, hasInbox, keyboard, adminLabel, ...account }: Props) {
  const texts = useTexts();
  const here = useHere();
  useEffect(() => {
    if ("Notification" in window && Notification.permission === "granted")
      void import("./desktop-news").then(({ beginDesktopNews }) => beginDesktopNews());
  }, []);
  const isAdmin = account.person.role === "admin";
  const links = [
    { href: "/agent", icon: "inbox", label: texts.queue, section: "/agent/requests" },
    { href: "/", icon: "life-buoy", label: texts.portal },
    ...(hasInbox
      ? [{ href: "/agent/mail", icon: "mail", label: texts.inbox, section: "/agent/mail" } as const]
      : []),
    ...(adminLabel
      ? [{ href: "/admin", icon: "settings", label: adminLabel, section: "/admin" } as const]
      : []),
  ] as const;
  // On a phone two have room for their words, and more for their signs.
  const isCrowded = links.length > 2;
  return (
    <header className="agent-header">
      <div>
        <a href="/agent" className="brand brand-short">
          {logo ?? (
            <>
              <Icon name="mark" />
              <span>{deskName}</span>
            </>
          )}
          <small>{texts.agent_desk}</small>
        </a>
        <nav aria-label={texts.agent_desk}>
          {links.map(({ href, icon, label, ...link }) => (
            <a
              key={href}
              href={href}
              className={clsx("bar-link", isCrowded && "max-[26rem]:px-2.5")}
              aria-current={here(href, "section" in link ? link.section : undefined)}
            >
              <Icon name={icon} className={isCrowded ? "max-sm:hidden max-[26rem]:block" : "max-sm:hidden"} />
              <span className={isCrowded ? "max-[26rem]:sr-only" : undefined}>{label}</span>
            </a>
          ))}
        </nav>
        <div className="header-tools">
          <Keyboard told={keyboard} hasInbox={hasInbox} isAdmin={isAdmin} />
          <Bell unread={account.unreadCount} />
          <AccountMenu {...account} onBar />
        </div>
      </div>
    </header>
  );
}
