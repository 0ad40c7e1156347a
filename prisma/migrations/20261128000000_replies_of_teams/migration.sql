-- AlterTable
ALTER TABLE "canned_replies" ADD COLUMN "teamId" UUID;

-- DropIndex
DROP INDEX "canned_replies_in_order";
DROP INDEX "canned_replies_slug";
DROP INDEX "canned_replies_name";

-- CreateIndex
CREATE INDEX "canned_replies_in_order" ON "canned_replies"("personId", "teamId", "isArchived", "position", "id");

-- AddForeignKey
ALTER TABLE "canned_replies" ADD CONSTRAINT "canned_replies_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "teams"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand: what Prisma's schema cannot say. A reply has one owner; the desk's own have neither person nor team.
ALTER TABLE "canned_replies" ADD CONSTRAINT "canned_replies_owner" CHECK (num_nonnulls("personId", "teamId") <= 1);
CREATE UNIQUE INDEX "canned_replies_slug" ON "canned_replies"("personId", "teamId", "slug") NULLS NOT DISTINCT;
CREATE UNIQUE INDEX "canned_replies_name" ON "canned_replies"("personId", "teamId", lower("name")) NULLS NOT DISTINCT;
