import type { SubmissionResult } from "@conform-to/dom";

/** The reply to a rejected form: the errors, and what was typed except secrets. */
export type FormState = SubmissionResult<string[]> | null;
export type FormAction = (state: FormState, data: FormData) => Promise<FormState>;

/** Where a form is, for whom it was drawn, which fields it keeps, and what that person had typed there and not sent. */
export type FormDraft = {
  person: string;
  place: string;
  names: string[];
  kept: { fields: Record<string, string | string[]>; at: string } | null;
};

/** The name under which a form says which draft is its own, and which fields that keeps: `person/place name name`. */
export const draftName = "draft";

/** The hidden field with the signed id of the person the form was rendered for. */
export const openerName = "openedBy";
