import clsx from "clsx";
import Link from "next/link";
import { ButtonLink } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { HereLink } from "@/components/ui/here-link";
import { Icon } from "@/components/ui/icon";
import type { Translator } from "@/lib/messages/translate";
import { AccountMenu, type ShellPerson } from "./account-menu";
import { Bell } from "./bell";
import { Mark } from "./mark";

type Props = {
  t: Translator;
  deskName: string;
  person: ShellPerson | null;
  openCount: number | null;
  waitingCount: number | null;
  unreadCount: number;
  signOut: (formData: FormData) => Promise<void>;
};

function RaiseLink({ t, className }: { t: Translator; className: string }) {
  return (
    <HereLink
      href="/"
      section="/catalog"
      className={clsx(buttonClass("quiet"), "aria-[current]:bg-sunken aria-[current]:text-ink", className)}
    >
      <Icon name="plus" className="-ml-0.5 size-4 max-[22rem]:hidden" />
      {t("shell.raise")}
    </HereLink>
  );
}

export function PortalHeader({ t, deskName, person, openCount, waitingCount, unreadCount, signOut }: Props) {
  return (
    <header className="border-line border-b bg-surface">
      <div className="mx-auto flex min-h-16 w-full max-w-6xl items-center gap-x-3 px-4 sm:px-6">
        <Link href="/" className="flex min-h-11 min-w-0 items-center gap-2.5 rounded-lg">
          <Mark className="size-8" />
          {/* On phones the "new request" button needs the room, so show the mark without the name. */}
          <span
            className={clsx(
              "truncate font-semibold text-ink text-lg tracking-[-0.015em]",
              person && "max-sm:sr-only",
            )}
          >
            {deskName}
          </span>
        </Link>
        <div className="ml-auto flex shrink-0 items-center gap-1 sm:gap-3">
          {person ? (
            <>
              <RaiseLink t={t} className="max-sm:px-2" />
              <Bell
                unread={unreadCount}
                icon={<Icon name="bell" className="size-5" />}
                className="relative inline-flex size-11 items-center justify-center rounded-lg text-ink-soft hover:bg-sunken hover:text-ink aria-[current]:bg-sunken aria-[current]:text-ink"
              />
              <AccountMenu
                t={t}
                person={person}
                openCount={openCount}
                waitingCount={waitingCount}
                signOut={signOut}
              />
            </>
          ) : (
            <>
              <RaiseLink t={t} className="max-sm:hidden" />
              <ButtonLink href="/sign-in" variant="quiet" className="max-sm:px-3">
                {t("accounts.log_in")}
              </ButtonLink>
              <ButtonLink href="/sign-up" variant="primary" className="max-sm:px-3">
                {t("accounts.sign_up")}
              </ButtonLink>
            </>
          )}
        </div>
      </div>
    </header>
  );
}
