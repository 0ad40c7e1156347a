import { z } from "zod";
import { referenceInput } from "../requests/input";

export const maxAtOnce = 10;

export const invitationInput = z.strictObject({ reference: referenceInput, invitation: z.uuid() });
export const removeInput = z.strictObject({ reference: referenceInput, person: z.uuid() });
export const leaveInput = z.strictObject({ reference: referenceInput });

/** `shareWith` holds addresses as returned by `addressOf`. */
export type ShareInput = { reference: string; shareWith: string[] };
export type InvitationInput = z.output<typeof invitationInput>;
export type RemoveInput = z.output<typeof removeInput>;
export type LeaveInput = z.output<typeof leaveInput>;
