-- AlterTable
ALTER TABLE "agent_answers" ADD COLUMN     "searchText" TEXT NOT NULL DEFAULT '';

-- By hand: what Prisma's schema cannot say. Redoing this migration keeps all from here on.

-- What agents have answered already, with choices as they are called now. Moments are found by what was typed.
UPDATE "agent_answers" SET "searchText" = coalesce((
  SELECT string_agg(coalesce(choice.label, given.value), E'\n' ORDER BY question.place, given.place)
  FROM "requests"
  JOIN "form_versions" ON "form_versions"."id" = "requests"."formVersionId"
  CROSS JOIN jsonb_array_elements("form_versions"."agentFields") WITH ORDINALITY AS question (field, place)
  CROSS JOIN LATERAL (SELECT "agent_answers"."answers" -> (field ->> 'key') AS answer) AS answered
  CROSS JOIN LATERAL jsonb_array_elements_text(
    CASE jsonb_typeof(answer) WHEN 'array' THEN answer ELSE jsonb_build_array(answer) END
  ) WITH ORDINALITY AS given (value, place)
  LEFT JOIN LATERAL (
    SELECT option ->> 'label' AS label FROM jsonb_array_elements(coalesce(field -> 'options', '[]')) AS option
    WHERE option ->> 'value' = given.value LIMIT 1
  ) AS choice ON true
  WHERE "requests"."id" = "agent_answers"."requestId" AND answer IS NOT NULL AND field ->> 'kind' <> 'checkbox'
), '');

ALTER TABLE "agent_answers" ADD COLUMN "folded" text COLLATE "C" NOT NULL GENERATED ALWAYS AS ("fold"("searchText")) STORED;

INSERT INTO "vocabulary"
  SELECT word
  FROM (SELECT DISTINCT unnest("words_of"("folded")) AS word FROM "agent_answers") AS words
  WHERE (length(word) >= 3 OR word ~ '[\u2E80-\U0010FFFF]')
    AND NOT EXISTS (SELECT FROM "vocabulary" WHERE "vocabulary"."word" = words.word);

CREATE INDEX "agent_answers_words" ON "agent_answers" USING gin (("words_of"("folded"))) WITH (fastupdate = off);

CREATE TRIGGER "agent_answers_learn" AFTER INSERT ON "agent_answers"
  REFERENCING NEW TABLE AS "fresh" FOR EACH STATEMENT EXECUTE FUNCTION "learn_words"();
CREATE TRIGGER "agent_answers_learn_again" AFTER UPDATE ON "agent_answers"
  FOR EACH ROW WHEN (OLD."folded" IS DISTINCT FROM NEW."folded") EXECUTE FUNCTION "learn_words"();

CREATE OR REPLACE FUNCTION "is_said"("word" text) RETURNS boolean LANGUAGE sql STABLE STRICT SET enable_seqscan = off AS $$
  SELECT EXISTS (SELECT FROM "passages" WHERE "words_of"("folded") @> ARRAY["word"])
    OR EXISTS (SELECT FROM "notes" WHERE "words_of"("folded" COLLATE "C") @> ARRAY["word"])
    OR EXISTS (SELECT FROM "people" WHERE "words_of"("folded" COLLATE "C") @> ARRAY["word"])
    OR EXISTS (SELECT FROM "files" WHERE "requestId" IS NOT NULL AND "words_of"("folded") @> ARRAY["word"])
    OR EXISTS (SELECT FROM "customer_notes" WHERE "words_of"("folded") @> ARRAY["word"])
    OR EXISTS (SELECT FROM "agent_answers" WHERE "words_of"("folded") @> ARRAY["word"])
$$;
