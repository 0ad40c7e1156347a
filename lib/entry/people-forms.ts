import "server-only";
import { z } from "zod";
import { sendColleagueAway } from "../accounts/away";
import { languageTags } from "../accounts/language-tags";
import { type Act, byPerson } from "../events/act";
import { Role } from "../generated/enums";
import { messageCode } from "../messages/said";
import { addressesInput } from "./addresses";
import { absenceOf, awayForm } from "./away-forms";

export const personForm = z.strictObject({ person: z.uuid() });

const role = z.enum(Role, { error: messageCode("validation.misfit") });

export const roleForm = personForm.extend({
  from: role,
  to: role,
  confirmation: z.string().max(300).optional(),
});

export const colleagueAwayForm = awayForm.extend(personForm.shape);

/** @throws Refusal as `sendColleagueAway` */
export const sendAwayByAdmin = (
  act: Act,
  { person, ...days }: z.output<typeof colleagueAwayForm>,
): Promise<void> => sendColleagueAway(act, person, absenceOf(days, byPerson(act).actor.timeZone));

export const inviteForm = z.strictObject({
  emails: addressesInput,
  role,
  language: z.enum(languageTags, { error: messageCode("accounts.language.missing") }),
});

/** Comes with a file. */
export const listForm = inviteForm.omit({ emails: true });

/** How many people somebody has seen that would be invited. */
export const listedForm = z.strictObject({
  expected: z
    .string()
    .regex(/^\d{1,4}$/, messageCode("validation.misfit"))
    .transform(Number),
});

export const accountInvitationForm = z.strictObject({ invitation: z.uuid() });
