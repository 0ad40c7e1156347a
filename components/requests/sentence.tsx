import { createElement, Fragment } from "react";
import { SupportBadge } from "@/components/ui/support-badge";
import { TimeAsTold } from "@/components/ui/time-as-told";
import type { ToldTime } from "@/components/ui/told-time";
import { StatusBadge } from "./status-badge";
import type { Status } from "./status-icon";

/** A sentence is words, and what is drawn in their midst. */
export type Piece = string | Drawn;
export type Drawn =
  /** Whom it is about; `badge` for those who act for support. */
  | { who: string; badge?: string }
  | { person: string }
  | { time: ToldTime }
  | { status: Status; label: string }
  | { link: Piece[]; href: string }
  | { soft: string }
  /** For screen readers only. */
  | { unseen: string };

type Props = {
  pieces: Piece[];
  /** Of the times in it. */
  language?: string;
};

/** Every word of it was said on the server. What people typed cannot leave its piece. */
export function Sentence({ pieces, language }: Props) {
  // Spread as children, they need no keys. What has no state is called, not mounted: a history has hundreds of pieces.
  return createElement(Fragment, null, ...pieces.map(piece => drawn(piece, language)));
}

function drawn(piece: Piece, language?: string) {
  if (typeof piece === "string") return piece;
  if ("who" in piece) return Who(piece);
  if ("person" in piece) return <bdi>{piece.person}</bdi>;
  if ("time" in piece) return TimeAsTold({ time: piece.time, language });
  if ("status" in piece) return StatusBadge(piece);
  if ("link" in piece)
    return (
      <a href={piece.href}>
        <Sentence pieces={piece.link} language={language} />
      </a>
    );
  if ("soft" in piece) return <span className="soft">{piece.soft}</span>;
  return <span className="sr-only">{piece.unseen}</span>;
}

function Who({ who, badge }: { who: string; badge?: string }) {
  const name = <bdi className="who">{who}</bdi>;
  if (badge === undefined) return name;
  return (
    <>
      {name} <SupportBadge label={badge} />
    </>
  );
}
