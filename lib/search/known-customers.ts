import "server-only";
import { isAgent, type PersonActor } from "../actor";
import { Prisma, readWithin } from "../db";
import { deskVisibleSql } from "../requests/policy";
import { beginningsOf, wordsIn } from "../text/spellings";
import { hasOneOf } from "./found";

export type KnownCustomer = { name: string; email: string };

const { sql, join } = Prisma;

const most = 8;
/** A beginning that more words of the desk have, or more people, completes too little to be worth looking through. */
const maxWords = 1_000;
const maxPeople = 500;
const maxMilliseconds = 500;
const leastLetters = 3;

/** Those who have raised something that this agent sees, with words that begin so in their name or address. */
export async function findCustomers(actor: PersonActor, typed: string): Promise<KnownCustomer[]> {
  if (!isAgent(actor)) return [];
  const words = wordsIn(typed).slice(0, 6);
  const [longest] = words.toSorted((one, other) => other.text.length - one.text.length);
  if (!longest || longest.text.length < leastLetters) return [];
  const seeds = beginningsOf(longest).map(begin => begin.trim());
  // vocabulary_words, people_words, requests_requesterId_submissionKey_key
  return readWithin<KnownCustomer>(
    maxMilliseconds,
    sql`
    select p.name, p.email from (
      select p.id, p.name, p.email from people p
      where words_of(p.folded collate "C") && array(
          select word from unnest(${seeds}::text[]) as s (seed)
          join vocabulary on word >= seed and word < seed || chr(1114111) limit ${maxWords})
        and ${join(
          words.map(word => hasOneOf(sql`p.folded`, beginningsOf(word))),
          " and ",
        )}
        and p."suspendedAt" is null
      limit ${maxPeople}
    ) p
    where exists (select from requests r where r."requesterId" = p.id and ${deskVisibleSql(actor)} offset 0)
    order by p.name, p.email limit ${most}`,
  );
}
