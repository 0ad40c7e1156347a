-- CreateEnum
CREATE TYPE "BulkItemState" AS ENUM ('waiting', 'done', 'refused');

-- CreateTable
CREATE TABLE "bulk_runs" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "orderKey" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "seen" BIGINT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "workedAt" TIMESTAMPTZ(3) NOT NULL,
    "stoppedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulk_items" (
    "runId" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "requestId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "assigneeId" UUID,
    "state" "BulkItemState" NOT NULL DEFAULT 'waiting',
    "code" TEXT,
    "params" JSONB,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_items_pkey" PRIMARY KEY ("runId","place")
);

-- CreateIndex
CREATE INDEX "bulk_runs_of_person" ON "bulk_runs"("personId", "id" DESC);

-- CreateIndex
CREATE INDEX "bulk_runs_ended" ON "bulk_runs"("endedAt");

-- CreateIndex
CREATE UNIQUE INDEX "bulk_runs_personId_orderKey_key" ON "bulk_runs"("personId", "orderKey");

-- CreateIndex
CREATE INDEX "bulk_items_by_state" ON "bulk_items"("runId", "state", "place");

-- CreateIndex
CREATE INDEX "bulk_items_of_request" ON "bulk_items"("requestId");

-- CreateIndex
CREATE UNIQUE INDEX "bulk_items_runId_requestId_key" ON "bulk_items"("runId", "requestId");

-- AddForeignKey
ALTER TABLE "bulk_runs" ADD CONSTRAINT "bulk_runs_personId_fkey" FOREIGN KEY ("personId") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_items" ADD CONSTRAINT "bulk_items_runId_fkey" FOREIGN KEY ("runId") REFERENCES "bulk_runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_items" ADD CONSTRAINT "bulk_items_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "requests"("id") ON DELETE CASCADE ON UPDATE CASCADE;
