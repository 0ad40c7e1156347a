import type { z } from "zod";
import type { Actor } from "../actor";
import type { FileView } from "../form/file-view";
import { accountEvents } from "./account-events";
import { backupEvents } from "./backup-events";
import { bulkEvents } from "./bulk-events";
import { cannedEvents } from "./canned-events";
import { catalogEvents } from "./catalog-events";
import { choiceListEvents } from "./choice-list-events";
import { customerNoteEvents } from "./customer-note-events";
import { deskFileEvents } from "./desk-file-events";
import { helpEvents } from "./help-events";
import { mailEvents } from "./mail-events";
import { organisationEvents } from "./organisation-events";
import { requestEvents } from "./request-events";
import { retentionEvents } from "./retention-events";
import { setUpEvents } from "./set-up-events";
import { settingEvents } from "./setting-events";
import { tagEvents } from "./tag-events";
import { teamEvents } from "./team-events";
import { viewEvents } from "./view-events";

export const nouns = {
  request: requestEvents,
  account: accountEvents,
  mail: mailEvents,
  canned_reply: cannedEvents,
  bulk_run: bulkEvents,
  catalog: catalogEvents,
  choice_list: choiceListEvents,
  customer_note: customerNoteEvents,
  organisation: organisationEvents,
  setting: settingEvents,
  help: helpEvents,
  tag: tagEvents,
  view: viewEvents,
  desk_file: deskFileEvents,
  team: teamEvents,
  retention: retentionEvents,
  backup: backupEvents,
  set_up: setUpEvents,
};
export const vocabulary = {
  ...requestEvents,
  ...accountEvents,
  ...mailEvents,
  ...cannedEvents,
  ...bulkEvents,
  ...catalogEvents,
  ...choiceListEvents,
  ...customerNoteEvents,
  ...organisationEvents,
  ...settingEvents,
  ...helpEvents,
  ...tagEvents,
  ...viewEvents,
  ...deskFileEvents,
  ...teamEvents,
  ...retentionEvents,
  ...backupEvents,
  ...setUpEvents,
};

export type Noun = keyof typeof nouns;
export type RequestEventType = keyof typeof requestEvents;
export type AccountEventType = keyof typeof accountEvents;
export type MailEventType = keyof typeof mailEvents;
export type BulkEventType = keyof typeof bulkEvents;
export type CannedEventType = keyof typeof cannedEvents;
export type CatalogEventType = keyof typeof catalogEvents;
export type ChoiceListEventType = keyof typeof choiceListEvents;
export type CustomerNoteEventType = keyof typeof customerNoteEvents;
export type OrganisationEventType = keyof typeof organisationEvents;
export type SettingEventType = keyof typeof settingEvents;
export type HelpEventType = keyof typeof helpEvents;
export type TagEventType = keyof typeof tagEvents;
export type ViewEventType = keyof typeof viewEvents;
export type DeskFileEventType = keyof typeof deskFileEvents;
export type TeamEventType = keyof typeof teamEvents;
export type RetentionEventType = keyof typeof retentionEvents;
export type BackupEventType = keyof typeof backupEvents;
export type SetUpEventType = keyof typeof setUpEvents;
export type EventType = keyof typeof vocabulary;
export type EventData = { [T in EventType]: z.output<(typeof vocabulary)[T]["data"]> };

const nounsByType = new Map(
  (Object.keys(nouns) as Noun[]).flatMap(noun => Object.keys(nouns[noun]).map(type => [type, noun] as const)),
);
export const nounOf = (type: EventType): Noun => nounsByType.get(type) as Noun;

type Value = string | string[] | FileView[];
/** Null where there was or is nothing. Stored next to the event, so that it can be erased. */
export type Change = { key: string; before: Value | null; after: Value | null };

export type Subject = { requestId?: string; personId?: string; commentId?: string; noteId?: string };

/** `secrets` (a code, a token) go into the mail and are stored nowhere else. */
export type Recorded<T extends EventType> = {
  [K in T]: {
    id: bigint;
    type: K;
    data: EventData[K];
    subject: Subject;
    actor: Actor;
    changes: Change[];
    secrets: Record<string, string>;
  };
}[T];

export type RecordedEvent = Recorded<EventType>;
