-- AlterTable
ALTER TABLE "notices" ADD COLUMN     "runId" UUID;

-- By hand: what Prisma's schema cannot say. Only those that wait for the end of a run are in it.
CREATE INDEX "notices_of_run" ON "notices"("runId", "personId") WHERE "runId" IS NOT NULL;
