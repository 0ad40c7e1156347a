import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import type { Translator } from "@/lib/messages/translate";

type Props = { t: Translator; title: string; action?: ReactNode; children: ReactNode };

/** The page of set-up for somebody who cannot go on: without a link, with one that has expired, or once another person has used it. */
export function Notice({ t, title, action, children }: Props) {
  return (
    <div className="auth">
      <p className="brand">
        <Icon name="mark" />
        <span>{t("set_up.title")}</span>
      </p>
      <div className="auth-card">
        <h1>{title}</h1>
        <div className="setup-notice">{children}</div>
        {action && <div className="mt-6 grid">{action}</div>}
      </div>
    </div>
  );
}
