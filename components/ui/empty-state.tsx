import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

type Props = { icon: IconName; title: string; action?: ReactNode; children: ReactNode };

export function EmptyState({ icon, title, action, children }: Props) {
  return (
    <div className="flex flex-col items-center rounded-xl border border-line-strong/35 border-dashed px-6 py-14 text-center">
      <span className="flex size-12 items-center justify-center rounded-xl bg-accent-soft text-accent-text">
        <Icon name={icon} className="size-6" />
      </span>
      <h2 className="mt-4 font-semibold text-ink text-lg tracking-tight">{title}</h2>
      <div className="mt-1 max-w-md text-balance text-ink-soft text-sm">{children}</div>
      {action && <div className="mt-6 flex flex-wrap justify-center gap-3">{action}</div>}
    </div>
  );
}
