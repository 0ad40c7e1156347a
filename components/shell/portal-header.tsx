"use client";

import clsx from "clsx";
import type { ReactNode } from "react";
import { useTexts } from "@/components/messages/browser-texts";
import { buttonClass } from "@/components/ui/button-class";
import { Icon } from "@/components/ui/icon";
import type { Account } from "./account";
import { AccountMenu } from "./account-menu";
import { Bell } from "./bell";
import { useHere } from "./here";

type Props = Omit<Account, "person"> & {
  deskName: string;
  /** The desk's own logo instead of the mark and its name. */
  logo?: ReactNode;
  person: Account["person"] | null;
};

export function PortalHeader({ deskName, logo, person, ...account }: Props) {
  const texts = useTexts();
  return (
    <header className="portal-header">
      <div>
        {/* On phones the "new request" button needs the room, so show the mark without the name. */}
        <a href="/" className={clsx("brand", person && "brand-short")}>
          {logo ?? (
            <>
              <Icon name="mark" />
              <span>{deskName}</span>
            </>
          )}
        </a>
        <div className="header-tools">
          <a href="/help" className={buttonClass("quiet")}>
            {texts.help}
          </a>
          {person ? (
            <>
              <RaiseLink />
              <Bell unread={account.unreadCount} />
              <AccountMenu person={person} {...account} />
            </>
          ) : (
            <>
              <RaiseLink />
              <a href="/sign-in" className={buttonClass("quiet")}>
                {texts.log_in}
              </a>
              <a href="/sign-up" className={buttonClass("primary")}>
                {texts.sign_up}
              </a>
            </>
          )}
        </div>
      </div>
    </header>
  );
}

function RaiseLink() {
  const here = useHere();
  return (
    <a href="/" aria-current={here("/", "/catalog")} className={buttonClass("quiet")}>
      <Icon name="plus" className="-ms-0.5" />
      <span className="max-[22rem]:sr-only">{useTexts().raise}</span>
    </a>
  );
}
