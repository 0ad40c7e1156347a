import "server-only";
import { Prisma } from "../db";

export type EarlierWords = { texts: { body: string; writtenAt: string }[]; isCut: boolean };

const maxTexts = 20;
/** Characters of all earlier texts on a page: those of the requested comment first, then the latest of each. */
const maxLength = 60_000;

/** Index earlier_words_commentId_idx. By comment, for those of the rows `part` that were edited; none of a comment whose texts all are too long. */
export const earlierSql = ({
  asked,
  isWhole,
}: {
  asked: bigint | undefined;
  isWhole: boolean;
}) => Prisma.sql`(
  select json_object_agg(kept."commentId", kept.words)
  from (
    select "commentId", json_build_object(
      'texts', json_agg(json_build_object('body', body, 'writtenAt', "writtenAt") order by place),
      'isCut', count(*) < max(total)
    ) as words
    from (
      select *, sum(octet_length(body)) over (order by "isAsked" desc, place, id desc) as so_far
      from (
        select words.*, coalesce(part.id = ${asked ?? null}::bigint, false) as "isAsked",
               count(*) over (partition by words."commentId") as total,
               row_number() over (partition by words."commentId" order by words.id desc) as place
        from part
        cross join lateral (
          select w.id, w."commentId", w.body, w."writtenAt" from earlier_words w
          where w."commentId" = part."commentId" offset 0
        ) words
        where part."editedAt" is not null
      ) numbered
    ) measured
    where ${isWhole} or (place <= ${maxTexts} and so_far <= ${maxLength})
    group by "commentId"
  ) kept
)`;
