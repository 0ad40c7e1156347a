import type { Move } from "@/lib/requests/moves";

export type ToldResolutions = {
  label: string;
  emptyLabel: string;
  options: { value: string; label: string }[];
};

/** `hint`: it asks for something before it is made, so it is made in a form that opens. */
export type ToldMove = {
  move: Move;
  label: string;
  isDrastic?: boolean;
  hint?: string;
  words?: { label: string; need: "required" | "optional"; maxLength: number };
  resolutions?: ToldResolutions;
  labels: { body: string; resolution: string };
};
