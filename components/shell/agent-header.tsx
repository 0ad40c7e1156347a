import Link from "next/link";
import { HereLink } from "@/components/ui/here-link";
import { Icon, type IconName } from "@/components/ui/icon";
import type { Translator } from "@/lib/messages/translate";
import { AccountMenu, type ShellPerson } from "./account-menu";
import { Bell } from "./bell";
import { Mark } from "./mark";

type Props = {
  t: Translator;
  deskName: string;
  person: ShellPerson;
  openCount: number | null;
  waitingCount: number | null;
  unreadCount: number;
  signOut: (formData: FormData) => Promise<void>;
  hasInbox?: boolean;
};

const link =
  "inline-flex min-h-9 items-center gap-2 rounded-lg px-3 text-sm font-medium text-bar-soft transition-colors hover:bg-bar-raised hover:text-bar-ink focus-visible:outline-bar-ink aria-[current]:bg-bar-raised aria-[current]:text-bar-ink";

function BarLink({
  href,
  icon,
  section,
  children,
}: {
  href: string;
  icon: IconName;
  section?: string;
  children: string;
}) {
  return (
    <HereLink href={href} section={section} className={link}>
      <Icon name={icon} className="size-4 max-sm:hidden" />
      {children}
    </HereLink>
  );
}

/** Dark and dense in both themes, to tell the agents' side from the customers'. */
export function AgentHeader({
  t,
  deskName,
  person,
  openCount,
  waitingCount,
  unreadCount,
  signOut,
  hasInbox,
}: Props) {
  return (
    <header className="border-bar-line border-b bg-bar text-bar-ink">
      <div className="mx-auto flex min-h-13 w-full max-w-[100rem] items-center gap-x-2 px-3 sm:gap-x-4 sm:px-6">
        <Link
          href="/agent"
          className="flex min-h-9 min-w-0 items-center gap-2.5 rounded-lg focus-visible:outline-bar-ink"
        >
          <Mark className="size-7" />
          <span className="truncate font-semibold text-sm max-sm:sr-only">{deskName}</span>
          <span className="whitespace-nowrap rounded-md border border-bar-line px-1.5 font-medium text-bar-soft text-xs leading-5 max-sm:hidden">
            {t("shell.agent_desk")}
          </span>
        </Link>
        <nav aria-label={t("shell.agent_desk")} className="flex items-center gap-1">
          <BarLink href="/agent" icon="inbox" section="/agent/requests">
            {t("shell.queue")}
          </BarLink>
          <BarLink href="/" icon="life-buoy">
            {t("shell.portal")}
          </BarLink>
          {hasInbox && (
            <BarLink href="/agent/mail" icon="mail" section="/agent/mail">
              {t("shell.inbox")}
            </BarLink>
          )}
          {person.role === "admin" && (
            <BarLink href="/admin/mail" icon="mail" section="/admin/mail">
              {t("shell.mail")}
            </BarLink>
          )}
        </nav>
        <div className="ml-auto flex items-center gap-1">
          <Bell
            unread={unreadCount}
            icon={<Icon name="bell" className="size-5" />}
            className="relative inline-flex size-9 items-center justify-center rounded-lg text-bar-soft hover:bg-bar-raised hover:text-bar-ink focus-visible:outline-bar-ink aria-[current]:bg-bar-raised aria-[current]:text-bar-ink"
          />
          <AccountMenu
            t={t}
            person={person}
            openCount={openCount}
            waitingCount={waitingCount}
            signOut={signOut}
            onBar
          />
        </div>
      </div>
    </header>
  );
}
