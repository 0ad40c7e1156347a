-- CreateTable
CREATE TABLE "passages" (
    "sourceId" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "requesterId" UUID NOT NULL,
    "folded" TEXT NOT NULL,

    CONSTRAINT "passages_pkey" PRIMARY KEY ("sourceId")
);

-- CreateIndex
CREATE INDEX "passages_requestId_idx" ON "passages"("requestId");

-- AddForeignKey
ALTER TABLE "passages" ADD CONSTRAINT "passages_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "requests"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: what Prisma's schema cannot say. Redoing this migration keeps all from here on.

-- A process of the former release that still runs waits, and then fails, instead of writing what nobody would find.
LOCK TABLE "requests", "comments", "notes", "people" IN ACCESS EXCLUSIVE MODE;

-- What is folded has no language, so it is compared as it is and not by the locale of the database.
ALTER TABLE "passages" ALTER COLUMN "folded" TYPE text COLLATE "C";

-- The words of a folded text. One of more than 100 letters is cut into pieces that overlap, so that any 50 letters in a row
-- stand in one of them: an index keeps no longer words. Costly, so that no plan computes it for a whole table.
CREATE FUNCTION "words_of"("folded" text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL RESTRICTED COST 1000 AS $$
BEGIN
  IF "folded" !~ '[^ ]{101}' THEN
    RETURN string_to_array(ltrim("folded"), ' ');
  END IF;
  RETURN (
    SELECT array_agg(DISTINCT substr(word, place, 100))
    FROM string_to_table(ltrim("folded"), ' ') AS word
    CROSS JOIN LATERAL generate_series(1, greatest(length(word) - 50, 1), 50) AS place
  );
END
$$;

-- Three letters in a row, and in scripts without spaces also fewer: what a word has in common with any part of it.
CREATE FUNCTION "parts_of"("word" text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL RESTRICTED AS $$
DECLARE
  parts text[] := '{}';
  shortest int := CASE WHEN "word" ~ '[\u2E80-\U0010FFFF]' THEN 1 ELSE 3 END;
BEGIN
  FOR size IN shortest..3 LOOP
    FOR place IN 1..length("word") - size + 1 LOOP
      parts := parts || substr("word", place, size);
    END LOOP;
  END LOOP;
  RETURN parts;
END
$$;

-- The texts that are here already. From here on their tables do without.
INSERT INTO "passages" SELECT "id", "id", "requesterId", "folded" FROM "requests";
INSERT INTO "passages"
  SELECT "comments"."id", "requestId", "requesterId", "comments"."folded"
  FROM "comments" JOIN "requests" ON "requests"."id" = "requestId";
DROP TRIGGER "requests_keep_words" ON "requests";
DROP FUNCTION "keep_words"();
ALTER TABLE "requests" DROP COLUMN "folded", DROP COLUMN "words";
ALTER TABLE "comments" DROP COLUMN "folded", DROP COLUMN "words";
ALTER TABLE "notes" DROP COLUMN "words";

-- Every word of the desk once, or a few times if it was new to several at the same moment: a unique index would have one
-- wait for the other. Words stay when the last text with them has gone, and then lead nowhere.
CREATE TABLE "vocabulary" ("word" text COLLATE "C" NOT NULL);
INSERT INTO "vocabulary"
  SELECT DISTINCT word
  FROM (SELECT "folded" FROM "passages" UNION ALL SELECT "folded" FROM "notes" UNION ALL SELECT "folded" FROM "people") AS texts
  CROSS JOIN LATERAL unnest("words_of"("folded")) AS word
  WHERE length(word) >= 3 OR word ~ '[\u2E80-\U0010FFFF]';

-- Without lists of what is still to be added, which every search would have to read.
CREATE INDEX "passages_words" ON "passages" USING gin ((ARRAY["requesterId"]), ("words_of"("folded"))) WITH (fastupdate = off);
CREATE INDEX "notes_words" ON "notes" USING gin (("words_of"("folded" COLLATE "C"))) WITH (fastupdate = off);
CREATE INDEX "people_words" ON "people" USING gin (("words_of"("folded" COLLATE "C"))) WITH (fastupdate = off);
CREATE INDEX "vocabulary_words" ON "vocabulary" ("word");
-- For corrections, which are never to words with digits. Letter and length are one, so that no plan takes the one for the other.
CREATE INDEX "vocabulary_starts" ON "vocabulary" ((left("word", 1) || length("word")::text), "word") WHERE "word" !~ '[0-9]';
CREATE INDEX "vocabulary_ends" ON "vocabulary" ((right("word", 1) || length("word")::text), reverse("word")) INCLUDE ("word")
  WHERE "word" !~ '[0-9]';
CREATE INDEX "vocabulary_parts" ON "vocabulary" USING gin ("parts_of"("word")) WITH (fastupdate = off);
CREATE INDEX "members_shared" ON "members" ("personId") WHERE "role" = 'participant';

CREATE FUNCTION "passages_of_requests"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "passages"
    SELECT "id", "id", "requesterId", "fold"(concat_ws(E'\n', "summary", nullif("searchText", ''))) FROM "fresh";
  RETURN NULL;
END
$$;

CREATE FUNCTION "passage_of_request"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "passages" SET "folded" = "fold"(concat_ws(E'\n', NEW."summary", nullif(NEW."searchText", ''))) WHERE "sourceId" = NEW."id";
  UPDATE "passages" SET "requesterId" = NEW."requesterId" WHERE "requestId" = NEW."id" AND "requesterId" <> NEW."requesterId";
  RETURN NULL;
END
$$;

CREATE FUNCTION "passages_of_comments"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "passages"
    SELECT "id", "requestId", (SELECT "requesterId" FROM "requests" WHERE "requests"."id" = "requestId"), "fold"("body") FROM "fresh";
  RETURN NULL;
END
$$;

CREATE FUNCTION "passage_of_comment"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM "passages" WHERE "sourceId" = OLD."id";
  ELSE
    UPDATE "passages" SET "folded" = "fold"(NEW."body") WHERE "sourceId" = NEW."id";
  END IF;
  RETURN NULL;
END
$$;

-- By index even while the table is small: the plan is kept, and the table may have grown tenfold before it is looked at again.
CREATE FUNCTION "learn_words"() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
  IF TG_LEVEL = 'ROW' THEN
    INSERT INTO "vocabulary"
      SELECT word FROM (SELECT DISTINCT unnest("words_of"(NEW."folded")) AS word) AS words
      WHERE (length(word) >= 3 OR word ~ '[\u2E80-\U0010FFFF]')
        AND (SELECT true FROM "vocabulary" WHERE "vocabulary"."word" = words.word LIMIT 1) IS NULL;
  ELSE
    INSERT INTO "vocabulary"
      SELECT word FROM (SELECT DISTINCT unnest("words_of"("folded")) AS word FROM "fresh") AS words
      WHERE (length(word) >= 3 OR word ~ '[\u2E80-\U0010FFFF]')
        AND (SELECT true FROM "vocabulary" WHERE "vocabulary"."word" = words.word LIMIT 1) IS NULL;
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER "requests_passages" AFTER INSERT ON "requests"
  REFERENCING NEW TABLE AS "fresh" FOR EACH STATEMENT EXECUTE FUNCTION "passages_of_requests"();
CREATE TRIGGER "requests_passage" AFTER UPDATE OF "summary", "searchText", "requesterId" ON "requests"
  FOR EACH ROW EXECUTE FUNCTION "passage_of_request"();
CREATE TRIGGER "comments_passages" AFTER INSERT ON "comments"
  REFERENCING NEW TABLE AS "fresh" FOR EACH STATEMENT EXECUTE FUNCTION "passages_of_comments"();
CREATE TRIGGER "comments_passage" AFTER UPDATE OF "body" OR DELETE ON "comments"
  FOR EACH ROW EXECUTE FUNCTION "passage_of_comment"();

CREATE TRIGGER "passages_learn" AFTER INSERT ON "passages"
  REFERENCING NEW TABLE AS "fresh" FOR EACH STATEMENT EXECUTE FUNCTION "learn_words"();
CREATE TRIGGER "notes_learn" AFTER INSERT ON "notes"
  REFERENCING NEW TABLE AS "fresh" FOR EACH STATEMENT EXECUTE FUNCTION "learn_words"();
CREATE TRIGGER "people_learn" AFTER INSERT ON "people"
  REFERENCING NEW TABLE AS "fresh" FOR EACH STATEMENT EXECUTE FUNCTION "learn_words"();
CREATE TRIGGER "passages_learn_again" AFTER UPDATE ON "passages"
  FOR EACH ROW WHEN (OLD."folded" IS DISTINCT FROM NEW."folded") EXECUTE FUNCTION "learn_words"();
CREATE TRIGGER "notes_learn_again" AFTER UPDATE ON "notes"
  FOR EACH ROW WHEN (OLD."folded" IS DISTINCT FROM NEW."folded") EXECUTE FUNCTION "learn_words"();
CREATE TRIGGER "people_learn_again" AFTER UPDATE ON "people"
  FOR EACH ROW WHEN (OLD."folded" IS DISTINCT FROM NEW."folded") EXECUTE FUNCTION "learn_words"();

-- Who is an agent is chosen from on the same pages as the types, and is kept with them.
CREATE TRIGGER "people_version" AFTER UPDATE OF "name", "role", "suspendedAt" ON "people"
  FOR EACH ROW WHEN (OLD."role" <> 'customer' OR NEW."role" <> 'customer') EXECUTE FUNCTION "renew_version"('catalog');
CREATE TRIGGER "people_version_first" AFTER INSERT ON "people"
  FOR EACH ROW WHEN (NEW."role" <> 'customer') EXECUTE FUNCTION "renew_version"('catalog');
