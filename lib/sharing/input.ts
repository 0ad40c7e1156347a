import { z } from "zod";
import { referenceInput } from "../requests/input";

/** How many people are invited at once, and how many there can be on one request. */
export const maxAtOnce = 10;
export const maxOnRequest = 50;

export const invitationInput = z.strictObject({ reference: referenceInput, invitation: z.uuid() });
export const removeInput = z.strictObject({ reference: referenceInput, person: z.uuid() });
export const leaveInput = z.strictObject({ reference: referenceInput });

/** `shareWith` are addresses as `addressOf` returns them. */
export type ShareInput = { reference: string; shareWith: string[] };
export type InvitationInput = z.output<typeof invitationInput>;
export type RemoveInput = z.output<typeof removeInput>;
export type LeaveInput = z.output<typeof leaveInput>;
