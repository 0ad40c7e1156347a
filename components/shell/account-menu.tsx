import clsx from "clsx";
import { Avatar } from "@/components/ui/avatar";
import { Icon } from "@/components/ui/icon";
import { Menu, MenuButton, MenuDivider, MenuLink } from "@/components/ui/menu";

export type ShellPerson = { name: string; email: string; role: "customer" | "agent" | "admin" };

type Props = {
  person: ShellPerson;
  openCount: number | null;
  signOut: (formData: FormData) => Promise<void>;
  /** Path and query of the page shown, such as `/requests?show=open`. */
  current?: string;
  onBar?: boolean;
};

const lists = [
  { href: "/requests?show=open", label: "Open requests", icon: "inbox" },
  { href: "/requests?show=closed", label: "Closed requests", icon: "archive" },
  { href: "/requests?show=all", label: "All requests", icon: "list-checks" },
] as const;

export function AccountMenu({ person, openCount, signOut, current, onBar = false }: Props) {
  const side = person.role === "customer" ? "customer" : "support";
  const count = openCount === null ? null : openCount > 999 ? "999+" : String(openCount);
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
          <span className="max-w-40 truncate max-sm:sr-only">{person.name}</span>
          <span className="sr-only">, account menu</span>
          <Icon name="chevron-down" className="size-4 opacity-70" />
        </>
      }
    >
      <div className="flex items-center gap-3 px-3 pt-2 pb-3">
        <Avatar name={person.name} side={side} size="large" />
        <div className="min-w-0 text-sm">
          <p className="truncate font-semibold text-ink">{person.name}</p>
          <p className="truncate text-ink-soft">{person.email}</p>
        </div>
      </div>
      <MenuDivider />
      <nav aria-label="Your requests">
        {lists.map(({ href, label, icon }, index) => (
          <MenuLink
            key={href}
            href={href}
            icon={icon}
            current={current === href}
            label={index === 0 && count ? `${label} (${count})` : undefined}
            hint={
              index === 0 &&
              count && (
                <span className="min-w-6 rounded-full bg-accent px-2 text-center font-semibold text-accent-ink text-xs leading-5 tabular-nums">
                  {count}
                </span>
              )
            }
          >
            {label}
          </MenuLink>
        ))}
      </nav>
      {side === "support" && (
        <>
          <MenuDivider />
          <MenuLink href="/agent" icon="headset" current={current === "/agent"}>
            Agent desk
          </MenuLink>
        </>
      )}
      <MenuDivider />
      <MenuLink href="/settings" icon="settings" current={current?.startsWith("/settings")}>
        Settings
      </MenuLink>
      <form action={signOut}>
        <MenuButton icon="log-out">Log out</MenuButton>
      </form>
    </Menu>
  );
}
