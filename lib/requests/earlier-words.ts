import "server-only";
import { db } from "../db";

export type EarlierWords = { texts: { body: string; writtenAt: Date }[]; isCut: boolean };

const maxTexts = 20;
/** Characters of all earlier texts on a page: those of the requested comment first, then the latest of each. */
const maxLength = 60_000;

type Row = { commentId: string; body: string; writtenAt: Date; total: number };

export async function readEarlierWords(
  comments: string[],
  { asked, isWhole }: { asked: string | undefined; isWhole: boolean },
): Promise<(comment: string) => EarlierWords> {
  // earlier_words_commentId_idx
  const rows =
    comments.length === 0
      ? []
      : await db().$queryRaw<Row[]>`
          select "commentId", body, "writtenAt", total from (
            select id, "commentId", body, "writtenAt", place, total,
                   sum(length) over (order by ("commentId" = ${asked ?? null}::uuid) desc nulls last, place, id desc) as so_far
            from (
              select id, "commentId", body, "writtenAt", octet_length(body) as length,
                     (count(*) over (partition by "commentId"))::int as total,
                     row_number() over (partition by "commentId" order by id desc) as place
              from earlier_words where "commentId" = any(${comments}::uuid[])
            ) as numbered
          ) as measured
          where ${isWhole} or (place <= ${maxTexts} and so_far <= ${maxLength})
          order by "commentId", place`;
  return comment => {
    const texts = rows.filter(({ commentId }) => commentId === comment);
    const isCut = comments.includes(comment) && texts.length < (texts[0]?.total ?? 1);
    return { texts: texts.map(({ body, writtenAt }) => ({ body, writtenAt })), isCut };
  };
}
