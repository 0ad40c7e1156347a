import "server-only";
import { isDeepStrictEqual } from "node:util";
import { sendFiles } from "../attachments/store";
import type { Answers, GivenAnswers } from "../catalog/fields";
import { requireOfferedChoices } from "../catalog/kept-lists";
import { requireOffered } from "../catalog/offered";
import { priorityByRule, readPriorityRule } from "../catalog/priority-rule";
import { readFormVersion } from "../catalog/queries";
import { searchTextOf } from "../catalog/search-text";
import { type Act, byPerson, record } from "../events/act";
import type { ArticleInput } from "../help/input";
import { findRead } from "../help/load";
import { organisationFor } from "../organisations/own";
import { refuse } from "../refusal";
import { teamOfForm } from "../teams/types";
import { nameFiles } from "./attachments";
import { firstClocks } from "./clocks";
import { followedBy, recordFollowUp } from "./follow-up";
import { referenceOf } from "./reference";

export type Submission = {
  formVersionId: string;
  submissionKey: string;
  summary: string;
  answers: GivenAnswers;
  follows?: string;
  /** As `organisationFor` takes it. */
  organisation?: string | null;
  /** Hidden from that organisation's managers. */
  isPrivate?: boolean;
  /** What its requester had read on the help pages; forgotten if it can be read no longer. */
  read?: ArticleInput;
};

/** `isNew` is false for a request that was already sent. */
export type Raised = { id: string; reference: string; isNew: boolean };

/**
 * The same key again, even concurrently, returns the existing request. `requesterId`: whose it is, if not the actor's own.
 * `agentAnswers` are not kept by this, and count for the priority.
 * @throws Refusal conflict (same key, other content; a file is gone), not_found (the type is not offered to them), not_found or
 *   forbidden (what it follows), invalid (a choice was retired since), or as `organisationFor` does
 */
export async function submitRequest(
  act: Act,
  { follows, organisation, isPrivate = false, read, ...given }: Submission,
  requesterId = byPerson(act).actor.id,
  agentAnswers: GivenAnswers = {},
): Promise<Raised> {
  const { actor, at, tx } = byPerson(act);
  const { submissionKey } = given;
  const { answers, unsent } = await nameFiles(act, given.answers, { requesterId, submissionKey });
  const input = { ...given, answers };
  const fields = (await readFormVersion(given.formVersionId, tx)) ?? [];
  const searchText = searchTextOf(fields, answers);
  const priority = priorityByRule(await readPriorityRule(given.formVersionId, tx), {
    ...answers,
    ...(agentAnswers as Answers),
  });
  const followsId = follows === undefined ? null : await followedBy(act, follows);
  const organisationId = await organisationFor(act, requesterId, organisation);
  const readArticleId = read ? await findRead(act, read) : null;
  const teamId = await teamOfForm(tx, given.formVersionId);
  const { count } = await tx.serviceRequest.createMany({
    data: [
      {
        ...input,
        ...{ searchText, priority, followsId, organisationId, teamId, readArticleId },
        isPrivate: isPrivate && organisationId !== null,
        requesterId,
        ...(requesterId !== actor.id && { raisedById: actor.id }),
        createdAt: at,
        ...firstClocks(at),
      },
    ],
    skipDuplicates: true,
  });
  const request = await tx.serviceRequest.findUniqueOrThrow({
    where: { requesterId_submissionKey: { requesterId, submissionKey } },
    select: { id: true, number: true, summary: true, answers: true, followsId: true },
  });
  const reference = referenceOf(request.number, act.settings);
  const isNew = count > 0;
  if (isNew) {
    await requireOffered(act, given.formVersionId, requesterId);
    requireOfferedChoices(fields, {}, answers);
    await sendFiles(act, unsent, { requestId: request.id });
    await tx.member.createMany({
      data: [
        {
          requestId: request.id,
          personId: requesterId,
          role: "requester",
          addedAt: at,
          isOpen: true,
          lastActivityAt: at,
        },
      ],
    });
    await record(act, "request_submitted", {}, { requestId: request.id });
    if (followsId) await recordFollowUp(act, followsId, request.number);
  } else if (
    !isDeepStrictEqual(
      [request.summary, request.answers, request.followsId],
      [input.summary, input.answers, followsId],
    )
  )
    throw refuse("request.sent_already", { reference });
  return { id: request.id, reference, isNew };
}
