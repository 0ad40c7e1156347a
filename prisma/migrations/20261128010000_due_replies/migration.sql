-- AlterTable
ALTER TABLE "people" ADD COLUMN     "undoesReplies" BOOLEAN;

-- AlterTable
ALTER TABLE "drafts" ADD COLUMN     "answer" JSONB,
ADD COLUMN     "dueAt" TIMESTAMPTZ(3),
ADD COLUMN     "refusal" JSONB,
ADD COLUMN     "requestId" UUID;

-- AddForeignKey
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "requests"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: what Prisma's schema cannot say. Few drafts are replies on their way.
CREATE INDEX "drafts_due" ON "drafts" ("dueAt") WHERE "dueAt" IS NOT NULL;
