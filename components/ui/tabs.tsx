import clsx from "clsx";
import Link from "next/link";

export type Tab = { href: string; label: string; current: boolean; count?: number };

export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav aria-label={label} className="mb-6 border-line border-b">
      <ul className="-mb-px flex flex-wrap gap-x-6">
        {tabs.map(tab => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              aria-current={tab.current ? "page" : undefined}
              className={clsx(
                "flex min-h-11 min-w-6 items-center justify-center gap-2 border-b-2 font-medium text-sm transition-colors",
                tab.current
                  ? "border-accent text-ink"
                  : "border-transparent forced-colors:border-[Canvas] text-ink-soft hover:border-line-strong/60 hover:text-ink",
              )}
            >
              {tab.label}
              {tab.count !== undefined && (
                <span className="rounded-full bg-sunken px-1.5 text-ink-soft text-xs leading-5 tabular-nums">
                  {tab.count > 999 ? "999+" : tab.count}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
