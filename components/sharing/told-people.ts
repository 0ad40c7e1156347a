import type { Face } from "@/components/ui/avatar";
import type { Piece } from "../requests/sentence";

export type ToldPeople = {
  title: string;
  /** What has just been done here. */
  news?: string;
  people: ToldPerson[];
  invited: ToldInvited[];
  share?: { label: string; addresses: { label: string; help: string; maxLength: number }; send: string };
  leave?: ToldParting;
};

export type ToldPerson = { id: string; face: Face; name: Piece[]; since: Piece[]; remove?: ToldParting };

export type ToldInvited = {
  id: string;
  who: string;
  by: Piece[];
  state: Piece[];
  isExpired: boolean;
  /** For those who may share. */
  again?: Piece[];
  withdraw?: Piece[];
};

/** A form that opens, because it ends somebody's part in the request. */
export type ToldParting = { label: string; effect: Piece[]; button: Piece[]; working: string };
