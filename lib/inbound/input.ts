import { z } from "zod";
import { referenceInput } from "../requests/input";

const mail = z.uuid();
const afterResolved = z
  .enum(["reopen", "keep"], { error: "Choose whether the request is re-opened." })
  .optional();

export const acceptInput = z.strictObject({ mail, afterResolved });

export const attachInput = z.strictObject({
  mail,
  reference: z
    .string({ error: "Enter the reference of the request." })
    .trim()
    .pipe(referenceInput.min(1, "Enter the reference of the request.")),
  afterResolved,
});

export const discardInput = z.strictObject({ mail });

export type AcceptInput = z.output<typeof acceptInput>;
export type AttachInput = z.output<typeof attachInput>;
