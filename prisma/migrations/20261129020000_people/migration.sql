-- AlterTable
ALTER TABLE "sessions" ADD COLUMN     "device" TEXT,
ADD COLUMN     "seenAt" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX IF NOT EXISTS "events_of_actor" ON "events"("actorId", "id");

-- By hand: what Prisma's schema cannot say. Redoing this migration keeps all from here on.

-- In the order of their names, as the list of people is walked.
CREATE INDEX "people_in_order" ON "people" (("folded" COLLATE "C"), "id");
CREATE INDEX "people_of_role" ON "people" ("role", ("folded" COLLATE "C"), "id");
CREATE INDEX "people_suspended" ON "people" (("folded" COLLATE "C"), "id") WHERE "suspendedAt" IS NOT NULL;
