import type { SubmissionResult } from "@conform-to/dom";

/** The reply to a rejected form: the errors, and what was typed except secrets. */
export type FormState = SubmissionResult<string[]> | null;
export type FormAction = (state: FormState, data: FormData) => Promise<FormState>;

/** Which form this is, who it was rendered for, which fields its draft stores, and the unsent values. */
export type FormDraft = {
  person: string;
  place: string;
  names: string[];
  kept: { fields: Record<string, string | string[]>; at: string } | null;
};

/** The hidden field that names the form's draft and its fields: `person/place name name`. */
export const draftName = "draft";

/** Sent by a button, where no script runs: the page is drawn again with what was typed, and the action does nothing else. */
export const drawName = "draw";

/** The hidden field with the signed id of the person the form was rendered for. */
export const openerName = "openedBy";
