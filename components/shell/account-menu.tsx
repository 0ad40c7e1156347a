import clsx from "clsx";
import { Avatar } from "@/components/ui/avatar";
import { Icon } from "@/components/ui/icon";
import { Menu, MenuButton, MenuDivider, MenuLink } from "@/components/ui/menu";
import type { PersonActor } from "@/lib/actor";
import type { Translator } from "@/lib/messages/translate";

export type ShellPerson = Pick<PersonActor, "name" | "email" | "role">;

type Props = {
  t: Translator;
  person: ShellPerson;
  openCount: number | null;
  waitingCount: number | null;
  signOut: (formData: FormData) => Promise<void>;
  onBar?: boolean;
};

const waiting = {
  href: "/requests?show=waiting_for_customer",
  code: "shell.menu.waiting",
  icon: "reply",
} as const;
const lists = [
  { href: "/requests?show=open", code: "shell.menu.open", icon: "inbox" },
  { href: "/requests?show=closed", code: "shell.menu.closed", icon: "archive" },
  { href: "/requests?show=all", code: "shell.menu.all", icon: "list-checks" },
] as const;

export function AccountMenu({ t, person, openCount, waitingCount, signOut, onBar = false }: Props) {
  const side = person.role === "customer" ? "customer" : "support";
  // Hide an empty "waiting" list.
  const shown = [...(waitingCount ? [waiting] : []), ...lists];
  const counts: Record<string, number | null> = { [waiting.href]: waitingCount, [lists[0].href]: openCount };
  return (
    <Menu
      id="account-menu"
      buttonClass={clsx(
        "flex items-center gap-2 rounded-lg font-medium text-sm transition-colors",
        onBar
          ? "min-h-9 px-1.5 text-bar-ink hover:bg-bar-raised focus-visible:outline-bar-ink"
          : "min-h-11 px-2 text-ink hover:bg-sunken",
      )}
      label={
        <>
          <Avatar name={person.name} side={side} size={onBar ? "small" : "medium"} />
          {t.rich("shell.menu", {
            name: (
              <span dir="auto" className="max-w-40 truncate max-sm:sr-only">
                {person.name}
              </span>
            ),
            hidden: words => <span className="sr-only">{words}</span>,
          })}
          <Icon name="chevron-down" className="size-4 opacity-70" />
        </>
      }
    >
      <div className="flex items-center gap-3 px-3 pt-2 pb-3">
        <Avatar name={person.name} side={side} size="large" />
        <div className="min-w-0 text-sm">
          <p dir="auto" className="truncate font-semibold text-ink">
            {person.name}
          </p>
          <p className="truncate text-ink-soft">{person.email}</p>
        </div>
      </div>
      <MenuDivider />
      <nav aria-label={t("shell.menu.requests")}>
        {shown.map(({ href, code, icon }) => {
          const list = t(code);
          const count = said(counts[href] ?? null);
          return (
            <MenuLink
              key={href}
              href={href}
              icon={icon}
              label={count ? t("shell.menu.counted", { list, count }) : undefined}
              hint={
                count && (
                  <span
                    className={clsx(
                      "min-w-6 rounded-full px-2 text-center font-semibold text-xs leading-5 tabular-nums",
                      href === waiting.href ? "bg-warn-soft text-warn" : "bg-accent text-accent-ink",
                    )}
                  >
                    {count}
                  </span>
                )
              }
            >
              {list}
            </MenuLink>
          );
        })}
      </nav>
      {side === "support" && (
        <>
          <MenuDivider />
          <MenuLink href="/agent" section="/agent" icon="headset">
            {t("shell.agent_desk")}
          </MenuLink>
        </>
      )}
      <MenuDivider />
      <MenuLink href="/settings" section="/settings" icon="settings">
        {t("shell.menu.settings")}
      </MenuLink>
      <form action={signOut}>
        <MenuButton icon="log-out">{t("shell.menu.log_out")}</MenuButton>
      </form>
    </Menu>
  );
}

// Counting stops at a hundred.
function said(count: number | null): string | null {
  if (!count) return null;
  return count < 100 ? String(count) : "99+";
}
