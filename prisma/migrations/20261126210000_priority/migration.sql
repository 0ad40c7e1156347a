-- CreateEnum
CREATE TYPE "Priority" AS ENUM ('urgent', 'high', 'normal', 'low');

-- AlterTable
ALTER TABLE "form_versions" ADD COLUMN     "priorityRule" JSONB;

-- AlterTable
ALTER TABLE "requests" ADD COLUMN     "isPriorityByHand" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "priority" "Priority" NOT NULL DEFAULT 'normal';

-- CreateIndex
CREATE INDEX "requests_queue_by_priority" ON "requests"("isOpen", "priority", "deskSpokeLast", "waitingSince", "id");

-- By hand: the default catalog's rule, for desks that have its form already.
UPDATE "form_versions" SET "priorityRule" =
  '{"field": "impact", "priorities": {"nobody_can_work": "urgent", "some_work_is_blocked": "high", "it_is_only_a_flaw": "low"}}'
WHERE "typeId" IN (SELECT "id" FROM "request_types" WHERE "slug" = 'report-a-problem-with-amtl3')
  AND "fields" @> '[{"key": "impact", "kind": "single_choice", "options": [{"value": "nobody_can_work"}, {"value": "some_work_is_blocked"}, {"value": "it_is_only_a_flaw"}]}]';
