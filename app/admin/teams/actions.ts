"use server";

import { signedInAction } from "@/lib/entry/action";
import {
  addTeamForm,
  archiveTeamForm,
  leadForm,
  renameTeamForm,
  shiftTeamForm,
  teamMemberForm,
  typeOfTeamForm,
} from "@/lib/entry/team-forms";
import { addTeamMember, removeTeamMember, setLead } from "@/lib/teams/members";
import { addTeam, archiveTeam, renameTeam, shiftTeam } from "@/lib/teams/teams";
import { addTypeOfTeam, removeTypeOfTeam } from "@/lib/teams/types";

const pageOf = (slug: string, done: string) => `/admin/teams/${slug}?done=${done}`;
const after =
  (done: string) =>
  (_: unknown, { slug }: { slug: string }) =>
    pageOf(slug, done);

export const add = signedInAction({
  input: addTeamForm,
  command: addTeam,
  redirectTo: slug => pageOf(slug, "added"),
});

export const rename = signedInAction({
  input: renameTeamForm,
  command: renameTeam,
  redirectTo: after("renamed"),
});

export const archive = signedInAction({
  input: archiveTeamForm,
  command: archiveTeam,
  redirectTo: (_, { slug, isArchived }) => pageOf(slug, isArchived ? "archived" : "restored"),
});

export const shift = signedInAction({
  input: shiftTeamForm,
  command: shiftTeam,
  staysOnPage: true,
  redirectTo: () => "/admin/teams",
});

export const join = signedInAction({
  input: teamMemberForm,
  command: addTeamMember,
  redirectTo: after("member_added"),
});

export const drop = signedInAction({
  input: teamMemberForm,
  command: removeTeamMember,
  redirectTo: after("member_removed"),
});

export const lead = signedInAction({
  input: leadForm,
  command: setLead,
  redirectTo: (_, { slug, isLead }) => pageOf(slug, isLead ? "lead_set" : "lead_unset"),
});

export const take = signedInAction({
  input: typeOfTeamForm,
  command: addTypeOfTeam,
  redirectTo: after("type_added"),
});

export const giveUp = signedInAction({
  input: typeOfTeamForm,
  command: removeTypeOfTeam,
  redirectTo: after("type_removed"),
});
