-- AlterEnum
ALTER TYPE "RetentionRule" ADD VALUE 'feedback';

-- AlterTable
ALTER TABLE "requests" ADD COLUMN     "readArticleId" UUID;

-- CreateTable
CREATE TABLE "help_feedback" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "visitorHash" TEXT NOT NULL,
    "personId" UUID,
    "besideForm" BOOLEAN NOT NULL DEFAULT false,
    "isAnswered" BOOLEAN NOT NULL,
    "words" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "help_feedback_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "help_feedback_counts" ON "help_feedback"("articleId", "besideForm", "isAnswered");

-- CreateIndex
CREATE INDEX "help_feedback_of_person" ON "help_feedback"("personId");

-- CreateIndex
CREATE INDEX "help_feedback_by_age" ON "help_feedback"("at");

-- CreateIndex
CREATE UNIQUE INDEX "help_feedback_of_visitor" ON "help_feedback"("articleId", "visitorHash", "besideForm");

-- AddForeignKey
ALTER TABLE "requests" ADD CONSTRAINT "requests_readArticleId_fkey" FOREIGN KEY ("readArticleId") REFERENCES "help_articles"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help_feedback" ADD CONSTRAINT "help_feedback_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "help_articles"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help_feedback" ADD CONSTRAINT "help_feedback_personId_fkey" FOREIGN KEY ("personId") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand: what Prisma's schema cannot say.
CREATE INDEX "help_feedback_words" ON "help_feedback"("articleId", "at" DESC, "id" DESC) WHERE "words" IS NOT NULL;

-- What else the rules of retention delete.
CREATE OR REPLACE FUNCTION "apply_retention"("which" "RetentionRule", "most" integer) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  before timestamptz := (SELECT now() - make_interval(months => r."months") FROM "retentions" r WHERE r."rule" = "which");
  gone uuid[];
  happened bigint[];
  said uuid[];
  noted uuid[];
BEGIN
  IF before IS NULL THEN
    RETURN 0;
  END IF;
  IF "which" = 'files' THEN
    gone := ARRAY(
      SELECT f."id" FROM "requests" r JOIN "files" f ON f."requestId" = r."id"
      WHERE r."status" = 'closed' AND r."resolvedAt" < before LIMIT "most" FOR UPDATE OF f SKIP LOCKED);
    DELETE FROM "files" WHERE "id" = ANY (gone);
    RETURN cardinality(gone);
  END IF;
  IF "which" = 'mails' THEN
    gone := ARRAY(
      SELECT "id" FROM "deliveries" WHERE "createdAt" < before AND "state" IN ('sent', 'dead', 'cancelled')
      ORDER BY "createdAt" LIMIT "most" FOR UPDATE SKIP LOCKED);
    DELETE FROM "deliveries" WHERE "id" = ANY (gone);
    RETURN cardinality(gone);
  END IF;
  IF "which" = 'feedback' THEN
    gone := ARRAY(
      SELECT "id" FROM "help_feedback" WHERE "at" < before ORDER BY "at" LIMIT "most" FOR UPDATE SKIP LOCKED);
    DELETE FROM "help_feedback" WHERE "id" = ANY (gone);
    RETURN cardinality(gone);
  END IF;
  IF "which" = 'inbox' THEN
    gone := ARRAY(
      SELECT "id" FROM "inbound_mails" WHERE "state" = 'held' AND "receivedAt" < before
      ORDER BY "receivedAt" LIMIT "most" FOR UPDATE SKIP LOCKED);
    DELETE FROM "inbound_mails" WHERE "id" = ANY (gone);
    RETURN cardinality(gone);
  END IF;

  gone := ARRAY(
    SELECT "id" FROM "requests" WHERE "status" = 'closed' AND "resolvedAt" < before
    ORDER BY "resolvedAt" LIMIT "most" FOR UPDATE SKIP LOCKED);
  INSERT INTO "tombstones" ("number", "requestId", "rule", "deletedAt", "personIds", "organisationId", "teamId")
    SELECT r."number", r."id", 'requests', now(),
      ARRAY(
        SELECT m."personId" FROM "members" m WHERE m."requestId" = r."id"
        UNION SELECT f."personId" FROM "followers" f WHERE f."requestId" = r."id"
        UNION SELECT r."assigneeId" WHERE r."assigneeId" IS NOT NULL),
      CASE WHEN NOT r."isPrivate" THEN r."organisationId" END, r."teamId"
    FROM "requests" r WHERE r."id" = ANY (gone);
  happened := ARRAY(SELECT "id" FROM "events" WHERE "requestId" = ANY (gone));
  said := ARRAY(SELECT "id" FROM "comments" WHERE "requestId" = ANY (gone));
  noted := ARRAY(SELECT "id" FROM "notes" WHERE "requestId" = ANY (gone));
  DELETE FROM "deliveries" WHERE "eventId" = ANY (happened);
  DELETE FROM "deliveries" WHERE "requestId" = ANY (gone);
  DELETE FROM "notices" WHERE "requestId" = ANY (gone);
  DELETE FROM "changes" WHERE "eventId" = ANY (happened);
  DELETE FROM "files" WHERE "requestId" = ANY (gone);
  DELETE FROM "inbound_mails" WHERE "requestId" = ANY (gone);
  DELETE FROM "earlier_words" WHERE "commentId" = ANY (said);
  DELETE FROM "mentions" WHERE "noteId" = ANY (noted);
  DELETE FROM "events" WHERE "id" = ANY (happened);
  DELETE FROM "comments" WHERE "id" = ANY (said);
  DELETE FROM "notes" WHERE "id" = ANY (noted);
  DELETE FROM "invitations" WHERE "requestId" = ANY (gone);
  DELETE FROM "members" WHERE "requestId" = ANY (gone);
  DELETE FROM "followers" WHERE "requestId" = ANY (gone);
  DELETE FROM "request_links" WHERE "fromId" = ANY (gone) OR "toId" = ANY (gone);
  DELETE FROM "request_tags" WHERE "requestId" = ANY (gone);
  UPDATE "requests" SET "followsId" = NULL WHERE "followsId" = ANY (gone);
  DELETE FROM "requests" WHERE "id" = ANY (gone);
  RETURN cardinality(gone);
END
$$;
