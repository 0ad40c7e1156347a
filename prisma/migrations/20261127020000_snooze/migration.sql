-- AlterTable
ALTER TABLE "requests" ADD COLUMN     "snoozedUntil" TIMESTAMPTZ(3);

-- By hand: what Prisma's schema cannot say. Few sleep, and those that are over never do.
CREATE INDEX "requests_snoozed" ON "requests"("snoozedUntil", "id") WHERE "snoozedUntil" IS NOT NULL;
ALTER TABLE "requests" ADD CONSTRAINT "requests_snoozed_are_open" CHECK ("isOpen" OR "snoozedUntil" IS NULL);
