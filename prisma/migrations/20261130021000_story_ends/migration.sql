-- By hand: what Prisma's schema cannot say. Redoing this migration keeps it.

-- Removes the people whom the demo story has made, what they wrote, and what was said about them, as if they had never been;
-- returns how many they were. It runs with the rights of whoever owns the tables, and looks by itself who they are, so that
-- whoever may call it can delete nobody else. What they set up for the desk stays.
CREATE FUNCTION "end_story"() RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  cast_ids uuid[] := ARRAY(
    SELECT DISTINCT "personId" FROM "events" WHERE "type" = 'person_created' AND "part" = 'demo' AND "personId" IS NOT NULL);
  addresses text[];
  gone uuid[];
  said uuid[];
  noted uuid[];
  happened bigint[];
BEGIN
  IF cardinality(cast_ids) = 0 THEN
    RETURN 0;
  END IF;
  -- Locked first: until they are deleted, nothing new can refer to them.
  PERFORM FROM "people" WHERE "id" = ANY (cast_ids) FOR UPDATE;
  -- Tells every server that they are no agents any more.
  UPDATE "people" SET "suspendedAt" = coalesce("suspendedAt", now()) WHERE "id" = ANY (cast_ids);
  addresses := ARRAY(SELECT "email" FROM "people" WHERE "id" = ANY (cast_ids));
  gone := ARRAY(SELECT "id" FROM "requests" WHERE "requesterId" = ANY (cast_ids) FOR UPDATE);
  said := ARRAY(SELECT "id" FROM "comments" WHERE "authorId" = ANY (cast_ids) OR "requestId" = ANY (gone));
  noted := ARRAY(SELECT "id" FROM "notes" WHERE "authorId" = ANY (cast_ids) OR "requestId" = ANY (gone));
  happened := ARRAY(
    SELECT "id" FROM "events"
    WHERE "personId" = ANY (cast_ids) OR "requestId" = ANY (gone) OR "noteId" = ANY (noted)
      OR ("commentId" = ANY (said) AND "type" <> 'request_moved')
      OR "data" ->> 'commentId' = ANY (said::text[])
      OR ("requestId" IS NULL AND ("actorId" = ANY (cast_ids) OR "part" = 'demo')));

  DELETE FROM "notices" WHERE "eventId" = ANY (happened) OR "personId" = ANY (cast_ids) OR "requestId" = ANY (gone);
  DELETE FROM "deliveries"
    WHERE "eventId" = ANY (happened) OR "personId" = ANY (cast_ids) OR "requestId" = ANY (gone) OR "to" = ANY (addresses);
  DELETE FROM "changes" WHERE "eventId" = ANY (happened);
  DELETE FROM "inbound_mails"
    WHERE "senderId" = ANY (cast_ids) OR "requestId" = ANY (gone) OR "commentId" = ANY (said);
  UPDATE "inbound_mails" SET "decidedById" = NULL WHERE "decidedById" = ANY (cast_ids);
  DELETE FROM "files"
    WHERE "requestId" = ANY (gone) OR "commentId" = ANY (said) OR "noteId" = ANY (noted)
      OR ("ownerId" = ANY (cast_ids) AND "requestId" IS NULL);
  -- Answers to the request of somebody else stay, whoever entered them.
  UPDATE "files" SET "ownerId" = NULL WHERE "ownerId" = ANY (cast_ids);
  DELETE FROM "earlier_words" WHERE "commentId" = ANY (said);
  DELETE FROM "mentions" WHERE "noteId" = ANY (noted) OR "personId" = ANY (cast_ids);
  ALTER TABLE "events" DISABLE TRIGGER "events_keep_rows";
  DELETE FROM "events" WHERE "id" = ANY (happened);
  -- What they did on requests of others explains how those are now: the desk did it, and without their words.
  UPDATE "events" SET "actorId" = NULL, "part" = 'demo',
    "commentId" = CASE WHEN "commentId" <> ALL (said) THEN "commentId" END
    WHERE "actorId" = ANY (cast_ids);
  ALTER TABLE "events" ENABLE TRIGGER "events_keep_rows";
  DELETE FROM "comments" WHERE "id" = ANY (said);
  DELETE FROM "notes" WHERE "id" = ANY (noted);
  DELETE FROM "customer_notes" WHERE "personId" = ANY (cast_ids) OR "writerId" = ANY (cast_ids);

  DELETE FROM "invitations" WHERE "requestId" = ANY (gone) OR "invitedById" = ANY (cast_ids);
  DELETE FROM "members" WHERE "requestId" = ANY (gone) OR "personId" = ANY (cast_ids);
  UPDATE "members" SET "addedById" = NULL WHERE "addedById" = ANY (cast_ids);
  DELETE FROM "followers" WHERE "requestId" = ANY (gone) OR "personId" = ANY (cast_ids);
  DELETE FROM "request_links" WHERE "fromId" = ANY (gone) OR "toId" = ANY (gone);
  DELETE FROM "request_tags" WHERE "requestId" = ANY (gone);
  UPDATE "requests" SET "followsId" = NULL WHERE "followsId" = ANY (gone);
  UPDATE "requests" SET "assigneeId" = NULL WHERE "assigneeId" = ANY (cast_ids);
  UPDATE "requests" SET "raisedById" = NULL WHERE "raisedById" = ANY (cast_ids);
  DELETE FROM "requests" WHERE "id" = ANY (gone);

  -- A rule of theirs would delete what they never saw.
  DELETE FROM "retentions" WHERE "setById" = ANY (cast_ids);
  DELETE FROM "erasures" WHERE "personId" = ANY (cast_ids) OR "askedById" = ANY (cast_ids);
  DELETE FROM "account_invitations" WHERE "invitedById" = ANY (cast_ids);
  DELETE FROM "suppressions" WHERE "email" = ANY (addresses);
  DELETE FROM "sign_ups" WHERE "email" = ANY (addresses);
  DELETE FROM "sessions" WHERE "personId" = ANY (cast_ids);
  DELETE FROM "password_links" WHERE "personId" = ANY (cast_ids);
  DELETE FROM "email_changes" WHERE "personId" = ANY (cast_ids);
  DELETE FROM "log_in_links" WHERE "personId" = ANY (cast_ids);
  DELETE FROM "drafts" WHERE "personId" = ANY (cast_ids);
  DELETE FROM "organisation_members" WHERE "personId" = ANY (cast_ids);
  DELETE FROM "team_members" WHERE "personId" = ANY (cast_ids);
  DELETE FROM "people" WHERE "id" = ANY (cast_ids);
  RETURN cardinality(cast_ids);
END
$$;
