import { z } from "zod";
import { emailInput } from "../accounts/address";
import { domainInput, nameInput, slugInput } from "../organisations/input";
import { yesOrNo } from "./request-forms";
import { shiftFields, shifting } from "./row-forms";

const of = { slug: slugInput };
const member = { ...of, person: z.uuid() };

export const addOrganisationForm = z.strictObject({ name: nameInput });
export const renameForm = z.strictObject({ ...of, name: nameInput });
export const archiveForm = z.strictObject({ ...of, isArchived: yesOrNo });
export const shiftOrganisationForm = z
  .strictObject({
    ...shiftFields(slugInput),
    /** The place behind which the page begins that they were moved on. */
    after: z.int().min(0).optional(),
  })
  .transform(shifting);
export const domainForm = z.strictObject({ ...of, domain: domainInput });
export const addMemberForm = z.strictObject({ ...of, email: emailInput });
/** What members are searched by on the page that it is sent from. */
const searched = { q: z.string().max(254).optional() };
export const memberForm = z.strictObject({ ...member, ...searched });
export const managerForm = z.strictObject({ ...member, ...searched, isManager: yesOrNo });
