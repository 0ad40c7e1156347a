import "server-only";
import { db } from "../db";
import { isFoundInside, wordsIn } from "../text/spellings";
import type { ArticleInput } from "./input";
import { withoutCountry } from "./languages";
import { spelt } from "./read";

export type OfferedArticle = ArticleInput & { title: string };

/** How many are offered, of what somebody has typed how much is looked at, and how many of its words. */
const [most, maxTyped, maxWords] = [3, 200, 12];

/** From how much on it is worth asking. */
export const minTyped = 3;

/**
 * Published articles in the language of a reader that may answer what they are typing, the best first. Nobody types a whole
 * question in an article's words: a word counts the more, the fewer articles have it, and twice in a title; its last letters
 * may differ. An article needs a word of its title that tells it apart and a fifth of the weight of all, or else half of it
 * in words of which two are long and rare.
 */
export async function offerHelp(language: string, typed: string): Promise<OfferedArticle[]> {
  const longest = wordsIn(typed.slice(0, maxTyped))
    .filter(({ text }) => isFoundInside(text))
    .toSorted((one, other) => other.text.length - one.text.length);
  const asked = spelt(longest.slice(0, maxWords));
  // Index help_articles_by_slug. A desk has a few hundred pages at most.
  return db().$queryRaw`
    with asked as materialized (
      select distinct word, left(ltrim(spelling), length(ltrim(spelling)) - case
        when spelling ~ '[\\u2E80-\\U0010FFFF]' or length(ltrim(spelling)) < 5 then 0 when length(ltrim(spelling)) < 7 then 1 else 2 end) as stem
      from unnest(${asked.words}::text[], ${asked.spellings}::text[]) as w (word, spelling)
    ),
    shown as materialized (
      select id, slug, language, title, position, ' ' || fold(title) as head, ' ' || folded as whole,
        count(*) over ()::int as many
      from help_articles where "isPublished" and "archivedAt" is null and language = ${withoutCountry(language)}
    ),
    hits as materialized (
      select a.word, s.id, s.many, bool_or(strpos(s.head, start || a.stem) > 0) as "inTitle",
        bool_or(strpos(s.whole, start || a.stem) > 0) as "inText"
      from asked a cross join lateral (
        select case when a.word ~ '[\\u0600-\\u06FF\\u2E80-\\U0010FFFF]' then '' else ' ' end as start
      ) begins cross join shown s
      group by a.word, s.id, s.many
    ),
    weighed as (
      select word, ln((max(many) + 1) / (greatest(1, count(*) filter (where "inText")) + 0.5)) as weight,
        length(word) > 3 and count(*) filter (where "inTitle") <= greatest(1, max(many) / 2) as "tellsApart",
        length(word) > 4 and count(*) filter (where "inText") <= greatest(1, max(many) / 2) as "isRare"
      from hits group by word
    ),
    ranked as (
      select h.id, count(*) filter (where h."inText" and w."isRare") as "rareWords",
        sum(case when h."inTitle" then 2 when h."inText" then 1 else 0 end * w.weight) as score,
        sum(w.weight) filter (where h."inText") / nullif(sum(w.weight), 0) as share,
        bool_or(h."inTitle" and w."tellsApart") as "isNamed"
      from hits h join weighed w on w.word = h.word group by h.id
    )
    select s.slug, s.language, s.title from ranked r join shown s on s.id = r.id
    where (r."isNamed" and r.share >= 0.2) or (r."rareWords" > 1 and r.share >= 0.5)
    order by r.score desc, s.position, s.id limit ${most}`;
}
