import { z } from "zod";
import type { PersonActor } from "../actor";
import { type DraftInput, draftInput } from "../drafts/drafts";
import { refuse } from "../refusal";

/** `person` is whom the page was rendered for. */
export const draftForm = draftInput.extend({ person: z.uuid() });

/** @throws Refusal forbidden (the page was rendered for another person) */
export function ownDraft(actor: PersonActor, { person, ...draft }: z.output<typeof draftForm>): DraftInput {
  if (person !== actor.id) throw refuse("draft.of_somebody_else");
  return draft;
}
