import { z } from "zod";
import { messageCode } from "../messages/said";
import { teamInput, teamNameInput } from "../teams/input";
import { yesOrNo } from "./request-forms";
import { shiftFields, shifting } from "./row-forms";

const of = { slug: teamInput };
const member = { ...of, person: z.uuid(messageCode("refusals.team.no_agent.field")) };

export const addTeamForm = z.strictObject({ name: teamNameInput });
export const renameTeamForm = z.strictObject({ ...of, name: teamNameInput });
export const archiveTeamForm = z.strictObject({ ...of, isArchived: yesOrNo });
export const shiftTeamForm = z.strictObject(shiftFields(teamInput)).transform(shifting);
export const teamMemberForm = z.strictObject(member);
export const leadForm = z.strictObject({ ...member, isLead: yesOrNo });
export const typeOfTeamForm = z.strictObject({
  ...of,
  type: z.string(messageCode("refusals.team.no_type.field")).max(100),
});
