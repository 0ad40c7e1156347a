-- AlterTable
ALTER TABLE "events" ADD COLUMN     "part" TEXT;

-- AlterTable
ALTER TABLE "suppressions" ADD COLUMN     "id" UUID NOT NULL DEFAULT gen_random_uuid();

-- CreateTable
CREATE TABLE "changes" (
    "eventId" BIGINT NOT NULL,
    "values" JSONB NOT NULL,

    CONSTRAINT "changes_pkey" PRIMARY KEY ("eventId")
);

-- CreateIndex
CREATE UNIQUE INDEX "suppressions_id_key" ON "suppressions"("id");

-- AddForeignKey
ALTER TABLE "changes" ADD CONSTRAINT "changes_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "events"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand: what Prisma's schema cannot say. Redoing this migration keeps all from here on.

-- The words that events have kept so far move next to them, where they can be erased.
INSERT INTO "changes" ("eventId", "values")
  SELECT "id", "data" -> 'changes' FROM "events" WHERE "type" = 'request_corrected' AND "data" ? 'changes'
  UNION ALL
  SELECT "id", jsonb_build_array(jsonb_build_object(
           'key', CASE "type" WHEN 'person_renamed' THEN 'name' ELSE 'email' END,
           'before', "data" -> 'from', 'after', "data" -> 'to'))
  FROM "events" WHERE "type" IN ('person_renamed', 'email_changed') AND "data" ? 'from';

ALTER TABLE "events" DISABLE TRIGGER "events_keep_rows";

-- What stays are ids and closed values. Rows that have been swept since can no longer be named.
UPDATE "events" SET "data" = CASE "type"
  WHEN 'sign_up_asked' THEN jsonb_build_object('signUpId', (
    SELECT "sign_ups"."id" FROM "sign_ups" WHERE "sign_ups"."email" = "data" ->> 'email' AND "sign_ups"."createdAt" <= "at"
    ORDER BY "sign_ups"."createdAt" DESC LIMIT 1))
  WHEN 'email_change_asked' THEN jsonb_build_object('changeId', (
    SELECT "email_changes"."id" FROM "email_changes"
    WHERE "email_changes"."personId" = "events"."personId" AND "email_changes"."email" = "data" ->> 'email'
      AND "email_changes"."createdAt" <= "at"
    ORDER BY "email_changes"."createdAt" DESC LIMIT 1))
  WHEN 'suppression_lifted' THEN jsonb_build_object('suppressionId', (
    SELECT "suppressions"."id" FROM "suppressions" WHERE "suppressions"."email" = "data" ->> 'email'))
  WHEN 'reply_discarded' THEN jsonb_build_object('mailId', "data" -> 'mailId', 'cause', nullif("data" ->> 'cause', ''))
  ELSE "data" - '{from,to,email,name,toName,changes}'::text[]
END
WHERE "type" IN ('sign_up_asked', 'email_change_asked', 'suppression_lifted', 'reply_accepted', 'reply_attached',
                 'reply_discarded', 'person_renamed', 'email_changed', 'request_corrected', 'invitation_sent',
                 'invitation_withdrawn', 'invitation_accepted', 'participant_removed', 'request_assigned');

-- Which part of the desk acted, as far as the type says.
UPDATE "events" SET "part" = CASE
  WHEN "type" = 'request_moved' AND "data" ->> 'move' = 'close' THEN 'auto_close'
  WHEN "type" IN ('request_muted', 'request_unmuted') THEN 'mute_link'
  WHEN "type" IN ('sign_up_asked', 'password_link_asked', 'log_in_link_asked') THEN 'account_mail'
  WHEN "type" IN ('signed_up', 'password_set', 'logged_in_by_link') THEN 'front_door'
  ELSE 'operator'
END
WHERE "actorId" IS NULL;

ALTER TABLE "events" ENABLE TRIGGER "events_keep_rows";

-- Events tell open pages by a reader of their own, which knows their types.
DROP TRIGGER "events_tell_news" ON "events";

CREATE OR REPLACE FUNCTION "tell_news"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('lodge_news', 'person:' || NEW."personId");
  RETURN NULL;
END
$$;
