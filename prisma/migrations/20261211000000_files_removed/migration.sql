-- AlterTable
ALTER TABLE "files" ADD COLUMN     "removedAt" TIMESTAMPTZ(3);

-- By hand: what Prisma's schema cannot say. Redoing this migration keeps all from here on.

-- Each night looks for those that are still there.
CREATE INDEX "files_to_remove" ON "files" ("requestId") WHERE "requestId" IS NOT NULL AND "removedAt" IS NULL;

-- A file that a rule deletes leaves its name, on its row as in answers and what they were before, so that nobody is led to what is
-- gone. What people type is quoted in JSON, and so is never taken for an id.
CREATE OR REPLACE FUNCTION "apply_retention"("which" "RetentionRule", "most" integer) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  before timestamptz := (SELECT now() - make_interval(months => r."months") FROM "retentions" r WHERE r."rule" = "which");
  gone uuid[];
  happened bigint[];
  said uuid[];
  noted uuid[];
  asked uuid[];
  named text;
BEGIN
  IF before IS NULL THEN
    RETURN 0;
  END IF;
  IF "which" = 'files' THEN
    gone := ARRAY(
      SELECT f."id" FROM "requests" r JOIN "files" f ON f."requestId" = r."id"
      WHERE r."status" = 'closed' AND r."resolvedAt" < before AND f."removedAt" IS NULL
      LIMIT "most" FOR UPDATE OF f SKIP LOCKED);
    IF cardinality(gone) = 0 THEN
      RETURN 0;
    END IF;
    DELETE FROM "file_contents" WHERE "fileId" = ANY (gone);
    UPDATE "files" SET "removedAt" = now() WHERE "id" = ANY (gone);
    asked := ARRAY(SELECT DISTINCT "requestId" FROM "files" WHERE "id" = ANY (gone));
    named := '"id": "(' || array_to_string(gone, '|') || ')"';
    UPDATE "requests" SET "answers" = regexp_replace("answers"::text, named, '\&, "isRemoved": true', 'g')::jsonb
      WHERE "id" = ANY (asked) AND "answers"::text ~ named;
    UPDATE "changes" SET "values" = regexp_replace("values"::text, named, '\&, "isRemoved": true', 'g')::jsonb
      WHERE "eventId" IN (SELECT "id" FROM "events" WHERE "requestId" = ANY (asked)) AND "values"::text ~ named;
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
