import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

type Props = { icon: IconName; title: string; action?: ReactNode; children: ReactNode };

export function EmptyState({ icon, title, action, children }: Props) {
  return (
    <div className="empty">
      <span>
        <Icon name={icon} className="size-6" />
      </span>
      <h2>{title}</h2>
      <div className="empty-text">{children}</div>
      {action && <div className="empty-actions">{action}</div>}
    </div>
  );
}
