import type { ReactNode } from "react";
import { PageHeader } from "@/components/ui/page-header";
import { type Piece, Sentence } from "./sentence";
import { StatusBadge } from "./status-badge";
import type { Status } from "./status-icon";

export type ToldHead = {
  title: string;
  way: { label: string; href: string; text: string };
  reference: string;
  status: { status: Status; label: string };
  about: Piece[];
};

type Props = { told: ToldHead; language: string; actions?: ReactNode };

/** What a request is called, and how it stands. */
export function RequestHead({ told: { title, way, reference, status, about }, language, actions }: Props) {
  return (
    <PageHeader
      t={way.label}
      title={title}
      breadcrumbs={[{ href: way.href, label: way.text }]}
      meta={
        <>
          <span className="tabular-nums">{reference}</span>
          <StatusBadge {...status} />
          <span>
            <Sentence pieces={about} language={language} />
          </span>
        </>
      }
      actions={actions}
    />
  );
}
