"use client";

import { useTexts } from "@/components/messages/browser-texts";
import { Icon } from "@/components/ui/icon";
import type { Account } from "./account";
import { AccountMenu } from "./account-menu";
import { Bell } from "./bell";
import { useHere } from "./here";

type Props = Account & { deskName: string; hasInbox: boolean };

/** Dark and dense in both themes, to tell the agents' side from the customers'. */
export function AgentHeader({ deskName, hasInbox, ...account }: Props) {
  const texts = useTexts();
  const here = useHere();
  const links = [
    { href: "/agent", icon: "inbox", label: texts.queue, section: "/agent/requests" },
    { href: "/", icon: "life-buoy", label: texts.portal },
    ...(hasInbox
      ? [{ href: "/agent/mail", icon: "mail", label: texts.inbox, section: "/agent/mail" } as const]
      : []),
    ...(account.person.role === "admin"
      ? [{ href: "/admin/mail", icon: "mail", label: texts.mail, section: "/admin/mail" } as const]
      : []),
  ] as const;
  return (
    <header className="agent-header">
      <div>
        <a href="/agent" className="brand brand-short">
          <Icon name="mark" />
          <span>{deskName}</span>
          <small>{texts.agent_desk}</small>
        </a>
        <nav aria-label={texts.agent_desk}>
          {links.map(({ href, icon, label, ...link }) => (
            <a
              key={href}
              href={href}
              className="bar-link"
              aria-current={here(href, "section" in link ? link.section : undefined)}
            >
              <Icon name={icon} className="max-sm:hidden" />
              {label}
            </a>
          ))}
        </nav>
        <div className="header-tools">
          <Bell unread={account.unreadCount} />
          <AccountMenu {...account} onBar />
        </div>
      </div>
    </header>
  );
}
