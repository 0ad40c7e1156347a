import type {
  BackupEventType,
  BulkEventType,
  CannedEventType,
  CatalogEventType,
  ChoiceListEventType,
  CustomerNoteEventType,
  DeskFileEventType,
  HelpEventType,
  OrganisationEventType,
  RetentionEventType,
  SettingEventType,
  SetUpEventType,
  TagEventType,
  TeamEventType,
  ViewEventType,
} from "../events/types";

type Unmailed<T extends string> = Record<T, null>;

// What only the desk keeps for itself.
const ofCannedReplies: Unmailed<CannedEventType> = {
  canned_reply_created: null,
  canned_reply_changed: null,
  canned_reply_shifted: null,
  canned_reply_archived: null,
  canned_reply_restored: null,
};

const ofSettings: Unmailed<SettingEventType> = { setting_changed: null };

const ofViews: Unmailed<ViewEventType> = {
  view_created: null,
  view_renamed: null,
  view_updated: null,
  view_shifted: null,
  view_archived: null,
  view_restored: null,
  view_deleted: null,
};

const ofDeskFiles: Unmailed<DeskFileEventType> = {
  order_set: null,
  template_brought: null,
};

const ofBulkRuns: Unmailed<BulkEventType> = {
  bulk_run_started: null,
  bulk_run_stopped: null,
};

const ofCatalog: Unmailed<CatalogEventType> = {
  category_added: null,
  category_changed: null,
  category_moved: null,
  category_archived: null,
  category_restored: null,
  type_added: null,
  type_changed: null,
  type_moved: null,
  type_audience_set: null,
  type_statuses_named: null,
  type_published: null,
  type_archived: null,
  type_restored: null,
  catalog_turned: null,
  fallback_chosen: null,
  priority_rule_set: null,
  form_draft_begun: null,
  form_draft_discarded: null,
  form_published: null,
};

const ofCustomerNotes: Unmailed<CustomerNoteEventType> = {
  customer_note_added: null,
  customer_note_changed: null,
  customer_note_removed: null,
};

const ofOrganisations: Unmailed<OrganisationEventType> = {
  organisation_added: null,
  organisation_renamed: null,
  organisation_shifted: null,
  organisation_archived: null,
  organisation_restored: null,
  domain_added: null,
  domain_removed: null,
  organisation_member_added: null,
  organisation_member_removed: null,
  organisation_manager_set: null,
};

const ofHelp: Unmailed<HelpEventType> = {
  help_article_added: null,
  help_article_changed: null,
  help_article_published: null,
  help_article_withdrawn: null,
  help_article_shifted: null,
  help_article_archived: null,
  help_article_restored: null,
  help_words_removed: null,
};

const ofLists: Unmailed<ChoiceListEventType> = {
  choice_list_added: null,
  choice_list_changed: null,
  choice_list_shifted: null,
  choice_list_archived: null,
  choice_list_restored: null,
};

const ofTags: Unmailed<TagEventType> = {
  tag_created: null,
  tag_changed: null,
  tag_shifted: null,
  tag_archived: null,
  tag_restored: null,
};

const ofTeams: Unmailed<TeamEventType> = {
  team_added: null,
  team_renamed: null,
  team_shifted: null,
  team_archived: null,
  team_restored: null,
  team_member_added: null,
  team_member_removed: null,
  team_lead_set: null,
  team_of_type_changed: null,
};

const ofRetention: Unmailed<RetentionEventType> = {
  retention_set: null,
  retention_applied: null,
};

const ofBackups: Unmailed<BackupEventType> = { backup_reported: null };
const ofSetUp: Unmailed<SetUpEventType> = {
  story_ended: null,
  set_up_link_made: null,
  set_up_reached: null,
};

/** The events that nobody is mailed of. */
export const unmailed = {
  ...ofCannedReplies,
  ...ofHelp,
  ...ofViews,
  ...ofSettings,
  ...ofDeskFiles,
  ...ofBulkRuns,
  ...ofCatalog,
  ...ofCustomerNotes,
  ...ofOrganisations,
  ...ofLists,
  ...ofTags,
  ...ofTeams,
  ...ofRetention,
  ...ofBackups,
  ...ofSetUp,
};
