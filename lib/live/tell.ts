import "server-only";
import type { Act } from "../events/act";
import { agentTypes, openTypes } from "../events/audience";
import type { EventReader } from "../events/reader";
import { type Noun, nounOf, type RecordedEvent } from "../events/types";

/** Payloads `about:id`: what open pages showing this must refresh. */
const said: Record<Noun, (event: RecordedEvent) => string[]> = {
  // What customers may not learn of must not show them either that something happened.
  request: ({ type, subject }) => [
    ...about(openTypes.includes(type) ? "request" : "desk", subject.requestId),
    ...about("person", subject.personId),
  ],
  // Others see of an account only how its person is shown.
  account: ({ type, subject }) => [
    ...about("person", subject.personId),
    ...(agentTypes.includes(type) ? about("name", subject.personId) : []),
  ],
  mail: () => [],
  canned_reply: () => [],
  help: () => [],
  tag: () => [],
  choice_list: () => [],
  set_up: () => [],
  setting: () => [],
  retention: () => [],
  backup: () => [],
  bulk_run: () => [],
  catalog: () => [],
  customer_note: ({ subject }) => about("customer", subject.personId),
  view: () => [],
  desk_file: () => [],
  organisation: ({ subject }) => about("person", subject.personId),
  team: ({ subject }) => about("person", subject.personId),
};

const about = (word: "request" | "desk" | "person" | "name" | "customer", id: string | undefined) =>
  id === undefined ? [] : [`${word}:${id}`];

/** Counts and desktop news of these people are out of date. */
export async function tellOfNotices({ tx }: Pick<Act, "tx">, personIds: string[]): Promise<void> {
  if (personIds.length > 0)
    await tx.$executeRaw`select pg_notify('lodge_news', 'notice:' || id) from unnest(${personIds}::text[]) as id`;
}

/** PostgreSQL delivers the notification on commit. */
export const tellPages: EventReader = async ({ tx }, event) => {
  const payloads = said[nounOf(event.type)](event);
  if (payloads.length > 0)
    await tx.$executeRaw`select pg_notify('lodge_news', payload) from unnest(${payloads}::text[]) as payload`;
};
