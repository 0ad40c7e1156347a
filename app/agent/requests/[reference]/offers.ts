import type { Offer } from "@/components/keyboard/offers";
import { moveForm } from "@/components/requests/move-form";
import { inputId } from "@/lib/form/input-id";
import type { ToldPage } from "./tell-page";

/** What the palette and the shortcuts do on an open request: what its buttons do, and nothing else. */
export function offersOf({ answer, moves, desk: { assigning } }: ToldPage): Offer[] {
  const modes = answer.modes.map(({ value, label }): Offer => {
    const offer = { label, at: `#${inputId(answer.id, "mode")}-${value}` };
    return value === "reply" || value === "note"
      ? { group: "answer", shortcut: value, ...offer }
      : { group: "move", ...offer };
  });
  const { claim, agents, nobody } = assigning;
  const assign = (value: string, label: string): Offer => ({
    group: "assignee",
    label,
    at: "#assign",
    choice: { name: "to", value },
  });
  return [
    ...modes,
    ...moves.map(({ move, label }): Offer => ({ group: "move", label, at: `#${moveForm(move).id}` })),
    ...(claim
      ? [{ group: "assignee", label: claim.label, at: "#claim", shortcut: "claim" } satisfies Offer]
      : [assign("", nobody)]),
    ...agents.filter(([id]) => id !== assigning.assigneeId).map(([id, name]) => assign(id, name)),
  ];
}
