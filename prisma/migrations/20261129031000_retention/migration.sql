-- CreateEnum
CREATE TYPE "RetentionRule" AS ENUM ('requests', 'files', 'mails', 'inbox');

-- CreateTable
CREATE TABLE "retentions" (
    "rule" "RetentionRule" NOT NULL,
    "months" INTEGER NOT NULL,
    "setAt" TIMESTAMPTZ(3) NOT NULL,
    "setById" UUID NOT NULL,

    CONSTRAINT "retentions_pkey" PRIMARY KEY ("rule")
);

-- CreateTable
CREATE TABLE "tombstones" (
    "number" INTEGER NOT NULL,
    "requestId" UUID NOT NULL,
    "rule" "RetentionRule" NOT NULL,
    "deletedAt" TIMESTAMPTZ(3) NOT NULL,
    "personIds" UUID[],
    "organisationId" UUID,
    "teamId" UUID,

    CONSTRAINT "tombstones_pkey" PRIMARY KEY ("number")
);

-- CreateIndex
CREATE UNIQUE INDEX "tombstones_requestId_key" ON "tombstones"("requestId");

-- CreateIndex
CREATE INDEX "notices_by_request" ON "notices"("requestId");

-- AddForeignKey
ALTER TABLE "retentions" ADD CONSTRAINT "retentions_setById_fkey" FOREIGN KEY ("setById") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand: what Prisma's schema cannot say. Redoing this migration keeps all from here on.

-- Deleting a request looks for drafts that are replies to it.
CREATE INDEX "drafts_of_request" ON "drafts" ("requestId") WHERE "requestId" IS NOT NULL;

-- Events of a request go once it has a tombstone, and in no other way.
CREATE OR REPLACE FUNCTION "refuse_rewriting_history"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND EXISTS (SELECT FROM "tombstones" WHERE "requestId" = OLD."requestId") THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'history cannot be rewritten'
    USING ERRCODE = 'restrict_violation', DETAIL = format('%s on "%s" was refused', TG_OP, TG_TABLE_NAME);
END
$$;

-- Tombstones stay as they are, and no request that is there gets one.
CREATE FUNCTION "keep_tombstone"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a tombstone cannot be changed' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER "tombstones_keep" BEFORE UPDATE OR DELETE ON "tombstones"
  FOR EACH ROW EXECUTE FUNCTION "keep_tombstone"();

CREATE FUNCTION "refuse_tombstone"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "requests" WHERE "id" = NEW."requestId") THEN
    RAISE EXCEPTION 'a request that is there gets no tombstone' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER "tombstones_of_the_gone" AFTER INSERT ON "tombstones" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION "refuse_tombstone"();

-- Deletes a few of what a rule says, and returns how many. The only way to delete history: it runs with the rights of whoever
-- owns the tables, and looks at the rule itself, so that whoever may call it can delete nothing else. Rows that somebody has
-- in hand wait for the next call.
CREATE FUNCTION "apply_retention"("which" "RetentionRule", "most" integer) RETURNS integer
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
