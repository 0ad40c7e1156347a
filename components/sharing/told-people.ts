import type { ReactNode } from "react";
import type { Face } from "@/components/ui/face";
import type { Piece } from "../requests/sentence";

/** What few requests have is drawn by the server, so that customers need not load how. */
export type ToldPeople = {
  title: string;
  people: ToldPerson[];
  /** Those who have not accepted yet. */
  invited: { id: string; drawn: ReactNode }[];
  share?: { label: string; addresses: { label: string; help: string; maxLength: number }; send: string };
  /** What has just been done here. */
  news?: ReactNode;
  leave?: ReactNode;
};

export type ToldPerson = { id: string; face: Face; name: Piece[]; since: Piece[]; remove?: ReactNode };
