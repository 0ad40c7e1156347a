import "server-only";
import { findAffectedTwice } from "../bulk-runs/affected";
import type { Act } from "../events/act";
import type { RecordedEvent } from "../events/types";
import type { MailPace } from "../generated/enums";
import type { NewMail } from "../mail/new-mail";
import { mailRule } from "../rendering/kinds";
import { readChoices, topicOf, type Way } from "./choices";

/** How a mail's recipient hears of what it is about. */
export type Reach = {
  ways: readonly Way[];
  /** Of mails that wait. */
  pace: MailPace | null;
  /** The bulk run that tells them at its end instead. */
  runId: string | null;
};

const everyWay: readonly Way[] = ["bell", "mail"];

/** What agents are told of is theirs to choose; customers have the bell and their mute. */
export async function readReach(
  act: Act,
  { subject }: RecordedEvent,
  drafts: NewMail[],
): Promise<(draft: NewMail) => Reach> {
  const ids = drafts.flatMap(({ personId, kind }) =>
    personId && (mailRule(kind).waits || topicOf(kind)) ? [personId] : [],
  );
  const people =
    subject.requestId && ids.length > 0
      ? await act.tx.person.findMany({
          where: { id: { in: ids } },
          select: { id: true, mailPace: true, choices: true },
        })
      : [];
  const known = new Map(
    people.map(({ id, mailPace, choices }) => [id, { mailPace, choices: readChoices(choices) }]),
  );
  const together = await findToldTogether(act, drafts);
  return ({ personId, kind }) => {
    const person = known.get(personId ?? "");
    const topic = topicOf(kind);
    const pace = person && mailRule(kind).waits && person.mailPace !== "each" ? person.mailPace : null;
    // Those who hear once a day do so of a bulk run, too, in the one mail of that day.
    const isTogether = personId !== null && pace !== "daily" && together.has(personId);
    return {
      ways: person && topic ? person.choices.ways[topic] : everyWay,
      pace: isTogether ? null : pace,
      runId: isTogether ? act.runId : null,
    };
  };
}

/** Whom the bulk run of this act concerns by several requests: it tells them of all at its end. */
async function findToldTogether({ tx, runId }: Act, drafts: NewMail[]): Promise<Set<string>> {
  const ids = drafts.flatMap(({ personId, kind }) =>
    personId && mailRule(kind).forMember ? [personId] : [],
  );
  return runId === null || ids.length === 0 ? new Set() : findAffectedTwice(tx, runId, ids);
}
