export type Tab = { href: string; label: string; current?: boolean; count?: number };

export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav aria-label={label} className="tabs">
      <ul>
        {tabs.map(({ href, label, current, count }) => (
          <li key={href}>
            <a href={href} aria-current={current ? "page" : undefined}>
              {label}
              {count !== undefined && <span>{count > 99 ? "99+" : count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
