import "server-only";
import { sign } from "../crypto";
import { type Act, byPerson, record } from "../events/act";
import { onlyAdmins } from "../only-admins";
import { notFound, refuse } from "../refusal";
import type { ArticleInput, FeedbackInput, RemoveWordsInput } from "./input";
import { findRead } from "./load";

/**
 * The later word of the same visitor about the same article counts instead of the earlier one. No event tells of it: what
 * strangers send may not stay for good.
 * @param visitor what a stranger's cookie holds; of a person who acts it is their id
 * @throws Refusal not_found (no such article, not published, archived)
 */
export async function giveFeedback(act: Act, given: FeedbackInput, visitor: string): Promise<void> {
  const { slug, language, isAnswered, words = null } = given;
  await keepFeedback(act, { slug, language }, visitor, { besideForm: false, isAnswered, words });
}

/** That an article answered a person's question while they filled in a form, so that no request was needed. @throws as above */
export async function noteAnswered(act: Act, key: ArticleInput): Promise<void> {
  const { actor } = byPerson(act);
  await keepFeedback(act, key, actor.id, { besideForm: true, isAnswered: true, words: null });
}

type Kept = { besideForm: boolean; isAnswered: boolean; words: string | null };

async function keepFeedback(
  act: Act,
  key: ArticleInput,
  visitor: string,
  { besideForm, isAnswered, words }: Kept,
): Promise<void> {
  const { tx, actor, at } = act;
  const articleId = await findRead(act, key);
  if (articleId === null) throw notFound();
  const visitorHash = sign("help feedback", `${key.slug} ${visitor}`);
  const whose = { articleId, visitorHash, besideForm };
  const said = { isAnswered, words, at };
  await tx.helpFeedback.upsert({
    where: { articleId_visitorHash_besideForm: whose },
    create: { ...whose, ...said, ...(actor.kind === "person" && { personId: actor.id }) },
    update: said,
    select: { id: true },
  });
}

/**
 * Whether it answered the question still counts. `seen` is when the words were written that the admin has read.
 * @throws Refusal not_found (no admin), conflict (removed or replaced since)
 */
export async function removeWords(act: Act, { feedback: id, seen }: RemoveWordsInput): Promise<void> {
  onlyAdmins(act.actor);
  const [removed] = await act.tx.helpFeedback.updateManyAndReturn({
    where: { id, at: new Date(seen), words: { not: null } },
    data: { words: null },
    select: { articleId: true },
  });
  if (!removed) throw refuse("help.words_gone");
  await record(act, "help_words_removed", { articleId: removed.articleId }, {});
}
