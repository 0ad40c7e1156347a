-- AlterTable
ALTER TABLE "comments" ADD COLUMN     "isShortened" BOOLEAN NOT NULL DEFAULT false;

-- By hand: what Prisma's schema cannot say. Redoing this migration keeps all from here on.
-- Comments that came by mail so far, as long as their mails are kept.
UPDATE "comments" SET "isShortened" = true
FROM "inbound_mails" WHERE "inbound_mails"."commentId" = "comments"."id" AND "inbound_mails"."isShortened";
