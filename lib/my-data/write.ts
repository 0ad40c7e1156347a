import "server-only";
import { isAgent, type PersonActor } from "../actor";
import { now } from "../clock";
import type { Translator } from "../messages/translate";
import { spend } from "../rate-limit";
import { readDeskSettings } from "../settings";
import {
  readAccountEvents,
  readCannedReplies,
  readDrafts,
  readHelpFeedback,
  readMails,
  readNotesAbout,
  readOrganisations,
  readProfile,
  readSavedViews,
  readSessions,
  readTeams,
} from "./account";
import type { Export } from "./export";
import { readFiles } from "./files";
import { readComments, readInvitations, readNotices, readRaised, readShared } from "./requests";

type Sections = Record<string, (actor: PersonActor, how: Export) => AsyncIterable<object>>;

const sections = {
  organisations: readOrganisations,
  sessions: readSessions,
  requests: readRaised,
  comments: readComments,
  sharedWithYou: readShared,
  invitations: readInvitations,
  notices: readNotices,
  drafts: readDrafts,
  files: readFiles,
  mails: readMails,
  events: readAccountEvents,
  notesAboutYou: readNotesAbout,
  helpFeedback: readHelpFeedback,
} satisfies Sections;

/** Customers have none, and are not told that there are such. */
const sectionsOfAgents = {
  teams: readTeams,
  cannedReplies: readCannedReplies,
  savedViews: readSavedViews,
} satisfies Sections;

/** @throws Refusal too_many */
export async function countMyData({ id }: PersonActor): Promise<void> {
  await spend("exportMyData", id);
}

/** Names are the same in every language; values that are words are said by the translator. */
export async function* writeMyData(actor: PersonActor, t: Translator): AsyncGenerator<string> {
  const settings = await readDeskSettings();
  yield `{\n"desk": ${JSON.stringify(settings.deskName)},\n"writtenAt": ${JSON.stringify(now())},\n`;
  yield `"profile": ${JSON.stringify(await readProfile(actor))}`;
  const told: Sections = { ...sections, ...(isAgent(actor) && sectionsOfAgents) };
  for (const [name, read] of Object.entries(told)) {
    yield `,\n"${name}": [`;
    let separator = "\n";
    for await (const row of read(actor, { settings, t })) {
      yield `${separator}${JSON.stringify(row)}`;
      separator = ",\n";
    }
    yield "\n]";
  }
  yield "\n}\n";
}
