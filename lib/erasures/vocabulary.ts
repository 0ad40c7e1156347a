import "server-only";
import { db, Prisma, transaction } from "../db";

const batch = 500;

/** Forgets the words that no text says any more. @throws Error where the desk is too busy; it can begin again. */
export async function weedVocabulary(): Promise<void> {
  for (let after = ""; ; ) {
    const words = await db().$queryRaw<{ word: string; isSaid: boolean }[]>`
      select word, is_said(word) as "isSaid"
      from (select distinct word from vocabulary where word > ${after} order by word limit ${batch}) words
      order by word`; // index vocabulary_words
    const last = words.at(-1);
    if (!last) return;
    const unsaid = words.filter(({ isSaid }) => !isSaid).map(({ word }) => word);
    if (unsaid.length > 0) await forget(unsaid);
    after = last.word;
  }
}

/**
 * Nothing is written meanwhile: whoever writes one of these words now would find it in the vocabulary, and not add it. It
 * gives way to whoever waits for it the other way round.
 */
const forget = (words: string[]) =>
  transaction(async tx => {
    await tx.$executeRaw`set local lock_timeout = '500ms'`;
    await tx.$executeRaw`lock table passages, notes, people, files, customer_notes in share mode`;
    await tx.$executeRaw`delete from vocabulary where word in (${Prisma.join(words)}) and not is_said(word)`;
  });
