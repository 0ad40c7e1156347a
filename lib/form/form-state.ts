import type { SubmissionResult } from "@conform-to/dom";

/** What a form gets back when it was not accepted: the sentences, and what was typed but for secrets. */
export type FormState = SubmissionResult<string[]> | null;
export type FormAction = (state: FormState, data: FormData) => Promise<FormState>;

/** Where a form stands and for whom it was drawn, and what that person had typed there and not sent. */
export type FormDraft = {
  person: string;
  place: string;
  kept: { fields: Record<string, string | string[]>; at: string } | null;
};

/** The name under which a form says which draft is its own, as `person/place`. */
export const draftName = "draft";

/** The name under which a form says whom it was drawn for, with the desk's proof of it. */
export const openerName = "openedBy";
