import "server-only";
import { type Answers, type Field, type GivenAnswers, isRequired, isShown } from "../catalog/fields";
import { forAgents } from "../catalog/for-agents";
import { requireOfferedChoices, withListsIn } from "../catalog/kept-lists";
import { keepZones, type Reader } from "../catalog/moments";
import { searchTextOf } from "../catalog/search-text";
import { isAsked } from "../catalog/sections";
import type { Tx } from "../db";
import { type Act, recordChanges } from "../events/act";
import type { Change } from "../events/types";
import { notFound } from "../refusal";
import { changesBetween, readableOf, type Value } from "./changes";
import { conflictOver, correctedKeys } from "./clashes";
import type { LoadedRequest } from "./load";
import { rolesOn } from "./policy";

/** What agents have answered, and after how many changes. */
export type AgentAnswers = { answers: Answers; edition: number };

/** What a form for agents sends of it, where its form asks agents for anything. */
export type GivenByAgent = {
  agentAnswers?: GivenAnswers | undefined;
  /** That it was drawn from; zero where nothing had been answered. */
  agentEdition?: number | undefined;
};

export async function readAgentAnswers(tx: Tx, requestId: string): Promise<AgentAnswers> {
  const row = await tx.agentAnswers.findUnique({
    where: { requestId },
    select: { answers: true, edition: true },
  });
  return row ? { answers: row.answers as Answers, edition: row.edition } : { answers: {}, edition: 0 };
}

/** With what agents find the request by. */
export async function keepAgentAnswers(
  tx: Tx,
  requestId: string,
  { fields, answers, edition }: { fields: Field[]; answers: GivenAnswers; edition: number },
): Promise<void> {
  const searchText = searchTextOf(forAgents(fields), answers as Answers);
  const kept = { answers, edition, searchText };
  await tx.agentAnswers.upsert({
    where: { requestId },
    create: { requestId, ...kept },
    update: kept,
    select: { requestId: true },
  });
}

type Forms = { from: { id: string; fields: Field[] }; to: { id: string; fields: Field[] } };

/**
 * Keeps what agents have answered, which only agents learn of: it is no activity on the request, and nobody is mailed of it.
 * @param forms the whole form that was answered, and the one that is from now on
 * Returns what has changed.
 * @throws Refusal not_found (no agent), conflict (another agent has changed the same answers since), invalid (a choice
 *   was retired since)
 */
export async function answerAsAgent(
  act: Act,
  request: LoadedRequest,
  { agentAnswers = {}, agentEdition = 0 }: GivenByAgent,
  { from, to }: Forms,
): Promise<Change[]> {
  const { tx } = act;
  if (!rolesOn(act.actor, request).includes("agent")) throw notFound();
  const present = await readAgentAnswers(tx, request.id);
  const answers = agentAnswers as Answers;
  const asked = await withListsIn(tx, forAgents(to.fields));
  requireOfferedChoices(asked, present.answers, agentAnswers);
  keepZones(asked, present.answers, agentAnswers);
  const changes = changesIn([...asked, ...forAgents(from.fields)], present.answers, answers);
  if (changes.length === 0) return changes;
  if (agentEdition !== present.edition) {
    const others = await correctedKeys(act, request.id, {
      types: ["agent_answers_changed"],
      count: present.edition - agentEdition,
    });
    const clashes = changes.filter(({ key }) => others.includes(key));
    if (clashes.length > 0)
      throw conflictOver(act, forAgents(from.fields), clashes, {
        agentEdition: present.edition,
      });
  }
  const kept = { fields: asked, answers: agentAnswers, edition: present.edition + 1 };
  await keepAgentAnswers(tx, request.id, kept);
  const data = { fromFormId: from.id, toFormId: to.id };
  await recordChanges(act, "agent_answers_changed", changes, { requestId: request.id }, data);
  return changes;
}

/** Each question once, by its key. */
function changesIn(questions: Field[], before: Answers, after: Answers): Change[] {
  const own = questions.filter(({ key }, at) => questions.findIndex(one => one.key === key) === at);
  return changesBetween(own, { summary: "", answers: before }, { summary: "", answers: after });
}

/** What is asked of agents on one request; null where nobody has answered it. */
export type AgentLine = {
  label: string;
  section?: string;
  value: Value | null;
  /** Though an answer is required. */
  isMissing?: true;
};

/** What agents have answered and still can, under its labels. @param fields the whole form */
export function describeAgentAnswers(
  fields: Field[],
  { answers, agentAnswers }: { answers: Answers; agentAnswers: Answers },
  reader?: Reader,
): AgentLine[] {
  const all = { ...answers, ...agentAnswers };
  let section: string | undefined;
  return forAgents(fields).flatMap((field): AgentLine[] => {
    const { key, label } = field;
    if (!isAsked(field)) section = label;
    const answer = agentAnswers[key];
    if (!isAsked(field) || (answer === undefined && !isShown(field, all))) return [];
    const value = answer === undefined ? null : readableOf(field, answer, reader);
    const isMissing = value === null && isRequired(field, all);
    return [
      {
        ...{ label, value },
        ...(section !== undefined && { section }),
        ...(isMissing && { isMissing }),
      },
    ];
  });
}
