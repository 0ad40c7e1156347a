import type { SubmissionResult } from "@conform-to/dom";

/** What a form gets back when it was not accepted: the sentences, and what was typed but for secrets. */
export type FormState = SubmissionResult<string[]> | null;
export type FormAction = (state: FormState, data: FormData) => Promise<FormState>;
