"use server";

import { signedInAction } from "@/lib/entry/action";
import {
  addMemberForm,
  addOrganisationForm,
  archiveForm,
  domainForm,
  managerForm,
  memberForm,
  renameForm,
  shiftOrganisationForm,
} from "@/lib/entry/organisation-forms";
import { addDomain, removeDomain } from "@/lib/organisations/domains";
import { addMember, removeMember, setManager } from "@/lib/organisations/members";
import {
  addOrganisation,
  archiveOrganisation,
  renameOrganisation,
  shiftOrganisation,
} from "@/lib/organisations/organisations";

type Sent = { slug: string; q?: string | undefined };
const pageOf = (slug: string, done: string) => `/admin/organisations/${slug}?done=${done}`;
const after =
  (done: string) =>
  (_: unknown, { slug, q }: Sent) =>
    q ? `${pageOf(slug, done)}&${new URLSearchParams({ q })}` : pageOf(slug, done);

export const add = signedInAction({
  input: addOrganisationForm,
  command: addOrganisation,
  redirectTo: slug => pageOf(slug, "added"),
});

export const rename = signedInAction({
  input: renameForm,
  command: renameOrganisation,
  redirectTo: after("renamed"),
});

export const archive = signedInAction({
  input: archiveForm,
  command: archiveOrganisation,
  redirectTo: (_, { slug, isArchived }) => pageOf(slug, isArchived ? "archived" : "restored"),
});

export const shift = signedInAction({
  input: shiftOrganisationForm,
  command: shiftOrganisation,
  staysOnPage: true,
  redirectTo: (_, { after }) => `/admin/organisations${after === undefined ? "" : `?after=${after}`}`,
});

export const joinByDomain = signedInAction({
  input: domainForm,
  command: addDomain,
  redirectTo: after("domain_added"),
});

export const dropDomain = signedInAction({
  input: domainForm,
  command: removeDomain,
  redirectTo: after("domain_removed"),
});

export const join = signedInAction({
  input: addMemberForm,
  command: addMember,
  redirectTo: after("member_added"),
});

export const drop = signedInAction({
  input: memberForm,
  command: removeMember,
  redirectTo: after("member_removed"),
});

export const manage = signedInAction({
  input: managerForm,
  command: setManager,
  redirectTo: (_, sent) => after(sent.isManager ? "manager_set" : "manager_unset")(_, sent),
});
