import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import { anAddress, anAdmin } from "./factories";

// Data of events about what agents keep for their work, by type.

const view = async () => ({ data: { viewId: randomUUID() } });
const reply = async () => ({ data: { replyId: randomUUID() } });
const later = "later" as const;

async function invitedToDesk() {
  const { id: invitedById } = await anAdmin();
  const [sentAt, role] = [new Date(), "agent" as const];
  const row = { email: anAddress(), role, language: "en-GB", invitedById, tokenHash: randomUUID() };
  const times = { createdAt: sentAt, sentAt, expiresAt: sentAt };
  const { id } = await db().accountInvitation.create({ data: { ...row, ...times }, select: { id: true } });
  return { accountInvitationId: id, role };
}

const ofAccounts = {
  person_role_changed: async () => ({ data: { from: "agent" as const, to: "customer" as const } }),
  account_invitation_sent: async () => ({ data: await invitedToDesk(), secrets: { token: randomUUID() } }),
  account_invitation_withdrawn: async () => ({ data: { accountInvitationId: randomUUID() } }),
  account_invitation_accepted: async () => ({
    data: { accountInvitationId: randomUUID(), role: "agent" as const },
  }),
  sessions_ended: async () => ({ data: { count: 2 } }),
  away_chosen: async () => {
    const [from, until] = ["2026-12-01T00:00:00.000Z", "2026-12-09T00:00:00.000Z"];
    return { data: { from, until, standInId: randomUUID() } };
  },
  away_ended: async () => ({ data: {} }),
  erasure_asked: async () => ({ data: { dueAt: "2026-12-09T00:00:00.000Z", suspends: true } }),
  erasure_withdrawn: async () => ({ data: { restores: true } }),
  person_erased: async () => ({ data: {} }),
  retention_set: async () => ({ data: { rule: "requests" as const, from: null, to: 24 } }),
  retention_applied: async () => ({ data: { rule: "mails" as const, count: 7 } }),
};

const ofViews = {
  view_created: view,
  view_renamed: view,
  view_updated: view,
  view_shifted: async () => ({ data: { viewId: randomUUID(), to: later } }),
  view_archived: view,
  view_restored: view,
  view_deleted: view,
};

const ofCannedReplies = {
  canned_reply_created: reply,
  canned_reply_changed: reply,
  canned_reply_shifted: async () => ({ data: { replyId: randomUUID(), to: later } }),
  canned_reply_archived: reply,
  canned_reply_restored: reply,
};

const noted = async () => ({ data: { customerNoteId: randomUUID() } });

const ofCustomerNotes = {
  customer_note_added: noted,
  customer_note_changed: noted,
  customer_note_removed: noted,
};

async function tagged() {
  const row = {
    slug: randomUUID(),
    name: randomUUID(),
    colour: "grey",
    position: 1,
    createdAt: new Date(),
  } as const;
  const { id: tagId } = await db().tag.create({ data: row, select: { id: true } });
  return { data: { tagId } };
}

const ofHelpArticle = async () => ({ data: { articleId: randomUUID() } });
const ofHelp = {
  help_article_added: ofHelpArticle,
  help_article_changed: ofHelpArticle,
  help_article_published: ofHelpArticle,
  help_article_withdrawn: ofHelpArticle,
  help_article_shifted: async () => ({ data: { articleId: randomUUID(), to: "later" as const } }),
  help_article_archived: ofHelpArticle,
  help_article_restored: ofHelpArticle,
  help_words_removed: ofHelpArticle,
};

const ofList = async () => ({ data: { listId: randomUUID() } });
const ofLists = {
  choice_list_added: ofList,
  choice_list_changed: ofList,
  choice_list_shifted: async () => ({ data: { listId: randomUUID(), to: later } }),
  choice_list_archived: ofList,
  choice_list_restored: ofList,
};

const ofTags = {
  tag_added: tagged,
  tag_removed: tagged,
  tag_created: tagged,
  tag_changed: async () => ({ data: { ...(await tagged()).data, colour: "red" as const } }),
  tag_shifted: async () => ({ data: { ...(await tagged()).data, to: "later" as const } }),
  tag_archived: tagged,
  tag_restored: tagged,
};

const ofLinksAndTypes = {
  request_type_changed: async () => ({ data: { fromFormId: randomUUID(), toFormId: randomUUID() } }),
  agent_answers_changed: async () => ({ data: { fromFormId: randomUUID(), toFormId: randomUUID() } }),
  request_linked: async () => ({ data: { otherId: randomUUID(), how: "related" as const } }),
  request_unlinked: async () => ({ data: { otherId: randomUUID(), how: "duplicated_by" as const } }),
};

const ofType = async () => ({ data: { typeId: randomUUID() } });
const ofCategory = async () => ({ data: { categoryId: randomUUID() } });

const ofForms = async () => ({
  data: { typeId: randomUUID(), fromFormId: randomUUID(), toFormId: randomUUID() },
});

const ofCatalog = {
  category_added: ofCategory,
  category_changed: ofCategory,
  category_moved: async () => ({ data: { categoryId: randomUUID(), from: 0, to: 1 } }),
  category_archived: ofCategory,
  category_restored: ofCategory,
  type_added: async () => ({ data: { typeId: randomUUID(), categoryId: randomUUID() } }),
  type_changed: ofType,
  type_moved: async () => {
    const [fromCategoryId, toCategoryId] = [randomUUID(), randomUUID()];
    return { data: { typeId: randomUUID(), fromCategoryId, toCategoryId, from: 0, to: 1 } };
  },
  type_audience_set: async () => ({
    data: { typeId: randomUUID(), from: "everyone" as const, to: "agents" as const },
  }),
  type_statuses_named: ofType,
  type_published: ofType,
  type_archived: ofType,
  type_restored: ofType,
  catalog_turned: async () => ({ data: { from: "en" as const, to: "de" as const } }),
  fallback_chosen: async () => ({ data: { fromTypeId: null, toTypeId: randomUUID() } }),
  priority_rule_set: ofForms,
  form_draft_begun: ofType,
  form_draft_discarded: ofType,
  form_published: ofForms,
};

export async function teamed() {
  const [slug, name] = [randomUUID(), `Team ${randomUUID()}`];
  const row = { slug, name, position: 1, createdAt: new Date() };
  const { id: teamId } = await db().team.create({ data: row, select: { id: true } });
  return { data: { teamId } };
}

const ofSettings = { setting_changed: async () => ({ data: { setting: "deskName" as const } }) };

const ofBackups = { backup_reported: async () => ({ data: {} }) };
const ofSetUp = {
  story_ended: async () => ({ data: {} }),
  set_up_link_made: async () => ({ data: {} }),
  set_up_reached: async () => ({ data: { stage: "mail" as const } }),
};

const ofDeskFiles = {
  order_set: async () => ({ data: { of: "teams" as const } }),
  template_brought: async () => ({ data: { from: null, to: "facilities" as const } }),
};

const ofTeams = {
  team_added: teamed,
  team_renamed: teamed,
  team_shifted: async () => ({ data: { ...(await teamed()).data, to: later } }),
  team_archived: teamed,
  team_restored: teamed,
  team_member_added: teamed,
  team_member_removed: teamed,
  team_lead_set: async () => ({ data: { ...(await teamed()).data, isLead: true } }),
  team_of_type_changed: async () => ({
    data: { typeId: randomUUID(), fromTeamId: null, toTeamId: (await teamed()).data.teamId },
  }),
};

export const ofDeskKeeping = {
  ...ofBackups,
  ...ofAccounts,
  ...ofViews,
  ...ofCannedReplies,
  ...ofCustomerNotes,
  ...ofHelp,
  ...ofLists,
  ...ofTags,
  ...ofLinksAndTypes,
  ...ofCatalog,
  ...ofTeams,
  ...ofDeskFiles,
  ...ofSettings,
  ...ofSetUp,
};
