import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

type Props = {
  deskName: string;
  title: string;
  intro?: ReactNode;
  foot?: ReactNode;
  children: ReactNode;
};

export function AuthCard({ deskName, title, intro, foot, children }: Props) {
  return (
    <div className="auth">
      <a href="/" className="brand">
        <Icon name="mark" />
        <span>{deskName}</span>
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
