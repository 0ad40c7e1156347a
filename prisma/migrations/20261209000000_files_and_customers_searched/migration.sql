-- By hand: what Prisma's schema cannot say. Redoing this migration keeps all from here on.

ALTER TABLE "files" ADD COLUMN "folded" text COLLATE "C" NOT NULL GENERATED ALWAYS AS ("fold"("name")) STORED;
ALTER TABLE "customer_notes" ADD COLUMN "folded" text COLLATE "C" NOT NULL GENERATED ALWAYS AS ("fold"("body")) STORED;

INSERT INTO "vocabulary"
  SELECT word
  FROM (
    SELECT DISTINCT unnest("words_of"("folded")) AS word
    FROM (SELECT "folded" FROM "files" WHERE "requestId" IS NOT NULL UNION ALL SELECT "folded" FROM "customer_notes") AS texts
  ) AS words
  WHERE (length(word) >= 3 OR word ~ '[\u2E80-\U0010FFFF]')
    AND NOT EXISTS (SELECT FROM "vocabulary" WHERE "vocabulary"."word" = words.word);

CREATE INDEX "files_words" ON "files" USING gin (("words_of"("folded"))) WITH (fastupdate = off) WHERE "requestId" IS NOT NULL;
CREATE INDEX "customer_notes_words" ON "customer_notes" USING gin (("words_of"("folded"))) WITH (fastupdate = off);

-- Of a file once it is sent: until then nobody else learns that there is one.
CREATE TRIGGER "files_learn" AFTER INSERT ON "files"
  FOR EACH ROW WHEN (NEW."requestId" IS NOT NULL) EXECUTE FUNCTION "learn_words"();
CREATE TRIGGER "files_learn_sent" AFTER UPDATE ON "files"
  FOR EACH ROW WHEN (NEW."requestId" IS NOT NULL AND (OLD."requestId" IS NULL OR OLD."folded" IS DISTINCT FROM NEW."folded"))
  EXECUTE FUNCTION "learn_words"();
CREATE TRIGGER "customer_notes_learn" AFTER INSERT ON "customer_notes"
  REFERENCING NEW TABLE AS "fresh" FOR EACH STATEMENT EXECUTE FUNCTION "learn_words"();
CREATE TRIGGER "customer_notes_learn_again" AFTER UPDATE ON "customer_notes"
  FOR EACH ROW WHEN (OLD."folded" IS DISTINCT FROM NEW."folded") EXECUTE FUNCTION "learn_words"();

CREATE OR REPLACE FUNCTION "is_said"("word" text) RETURNS boolean LANGUAGE sql STABLE STRICT SET enable_seqscan = off AS $$
  SELECT EXISTS (SELECT FROM "passages" WHERE "words_of"("folded") @> ARRAY["word"])
    OR EXISTS (SELECT FROM "notes" WHERE "words_of"("folded" COLLATE "C") @> ARRAY["word"])
    OR EXISTS (SELECT FROM "people" WHERE "words_of"("folded" COLLATE "C") @> ARRAY["word"])
    OR EXISTS (SELECT FROM "files" WHERE "requestId" IS NOT NULL AND "words_of"("folded") @> ARRAY["word"])
    OR EXISTS (SELECT FROM "customer_notes" WHERE "words_of"("folded") @> ARRAY["word"])
$$;
