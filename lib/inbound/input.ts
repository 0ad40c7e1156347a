import { z } from "zod";
import { messageCode } from "../messages/said";
import { referenceInput } from "../requests/input";

const missing = messageCode("inbox.reference.missing");
const mail = z.uuid();
const afterResolved = z.enum(["reopen", "keep"], { error: messageCode("inbox.reopen.choose") }).optional();

export const acceptInput = z.strictObject({ mail, afterResolved });

export const attachInput = z.strictObject({
  mail,
  reference: z.string({ error: missing }).trim().pipe(referenceInput.min(1, missing)),
  afterResolved,
});

export const discardInput = z.strictObject({ mail });

export type AcceptInput = z.output<typeof acceptInput>;
export type AttachInput = z.output<typeof attachInput>;
