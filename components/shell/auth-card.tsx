import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import type { DeskSettings } from "@/lib/settings";
import { Logo } from "./logo";

type Props = {
  desk: Pick<DeskSettings, "deskName" | "logo">;
  title: string;
  intro?: ReactNode;
  foot?: ReactNode;
  children: ReactNode;
};

export function AuthCard({ desk, title, intro, foot, children }: Props) {
  return (
    <div className="auth">
      <a href="/" className="brand">
        {desk.logo ? (
          <Logo logo={desk.logo} deskName={desk.deskName} />
        ) : (
          <>
            <Icon name="mark" />
            <span>{desk.deskName}</span>
          </>
        )}
      </a>
      <div className="auth-card">
        <h1>{title}</h1>
        {intro && <div className="auth-intro">{intro}</div>}
        {children}
      </div>
      {foot && <div className="auth-foot">{foot}</div>}
    </div>
  );
}
