import "server-only";
import { agentTypes } from "../events/audience";
import type { EventReader } from "../events/reader";
import { type Noun, nounOf, type RecordedEvent } from "../events/types";

/** What the feed says of an event, as `about:id`: what open pages that show this have to look at again. */
const said: Record<Noun, (event: RecordedEvent) => string[]> = {
  request: ({ subject }) => [...about("request", subject.requestId), ...about("person", subject.personId)],
  // What others may learn of an account is how its person is shown.
  account: ({ type, subject }) => [
    ...about("person", subject.personId),
    ...(agentTypes.includes(type) ? about("name", subject.personId) : []),
  ],
  mail: () => [],
};

const about = (word: "request" | "person" | "name", id: string | undefined) =>
  id === undefined ? [] : [`${word}:${id}`];

/** Tells open pages of an event; PostgreSQL delivers it once the act is committed. */
export const tellPages: EventReader = async ({ tx }, event) => {
  const payloads = said[nounOf(event.type)](event);
  if (payloads.length > 0)
    await tx.$executeRaw`select pg_notify('lodge_news', payload) from unnest(${payloads}::text[]) as payload`;
};
