-- DropIndex
DROP INDEX "requests_queue_by_assignee_and_status";

-- AlterTable
ALTER TABLE "requests" ADD COLUMN     "searchText" TEXT NOT NULL DEFAULT '';

-- CreateIndex
CREATE INDEX "requests_by_activity" ON "requests"("lastActivityAt", "id");

-- CreateIndex
CREATE INDEX "requests_by_age" ON "requests"("createdAt", "id");

-- By hand: what Prisma's schema cannot say.

-- The answers as the desk has read them so far. From here on whatever writes the answers writes these words as well, so
-- that no SQL has to know the kinds of fields. The folded columns were made of the same text and stay.
DROP TRIGGER "requests_keep_words" ON "requests";
UPDATE "requests" SET "searchText" = coalesce("answers_as_read"("fields", "answers"), '')
  FROM "form_versions" WHERE "form_versions"."id" = "formVersionId";
DROP FUNCTION "answers_as_read"(jsonb, jsonb);

CREATE OR REPLACE FUNCTION "keep_words"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."folded" := "fold"(concat_ws(E'\n', NEW."summary", nullif(NEW."searchText", '')));
  NEW."words" := setweight(to_tsvector('simple', "fold"(NEW."summary")), 'A')
              || setweight(to_tsvector('simple', "fold"(NEW."searchText")), 'B');
  RETURN NEW;
END
$$;

CREATE TRIGGER "requests_keep_words" BEFORE INSERT OR UPDATE OF "summary", "searchText" ON "requests"
  FOR EACH ROW EXECUTE FUNCTION "keep_words"();

-- What agents search besides: notes, and whose request it is. Only the scope of the desk reads these columns.
ALTER TABLE "notes"
  ADD COLUMN "folded" text NOT NULL GENERATED ALWAYS AS ("fold"("body")) STORED,
  ADD COLUMN "words" tsvector NOT NULL GENERATED ALWAYS AS (to_tsvector('simple', "fold"("body"))) STORED;
ALTER TABLE "people" ADD COLUMN "folded" text NOT NULL GENERATED ALWAYS AS ("fold"("name" || ' ' || "email")) STORED;
