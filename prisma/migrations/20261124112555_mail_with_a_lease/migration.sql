-- AlterEnum; what had failed for now was simply waiting for its next try
CREATE TYPE "DeliveryState_new" AS ENUM ('pending', 'sending', 'sent', 'held', 'dead');
ALTER TABLE "deliveries" ALTER COLUMN "state" DROP DEFAULT;
ALTER TABLE "deliveries" ALTER COLUMN "state" TYPE "DeliveryState_new" USING (CASE "state"::text WHEN 'failed' THEN 'pending' ELSE "state"::text END::"DeliveryState_new");
ALTER TYPE "DeliveryState" RENAME TO "DeliveryState_old";
ALTER TYPE "DeliveryState_new" RENAME TO "DeliveryState";
DROP TYPE "DeliveryState_old";
ALTER TABLE "deliveries" ALTER COLUMN "state" SET DEFAULT 'pending';

-- DropIndex
DROP INDEX "deliveries_state_createdAt_idx";

-- AlterTable
ALTER TABLE "deliveries" ADD COLUMN     "dueAt" TIMESTAMPTZ(3),
ADD COLUMN     "firstTryAt" TIMESTAMPTZ(3),
ADD COLUMN     "leaseId" UUID,
ADD COLUMN     "leaseUntil" TIMESTAMPTZ(3);
UPDATE "deliveries" SET "dueAt" = "createdAt";
ALTER TABLE "deliveries" ALTER COLUMN "dueAt" SET NOT NULL;

-- CreateTable
CREATE TABLE "mail_rates" (
    "transport" TEXT NOT NULL,
    "perSecond" DOUBLE PRECISION NOT NULL,
    "tokens" DOUBLE PRECISION NOT NULL,
    "filledAt" TIMESTAMPTZ(3) NOT NULL,
    "pausedUntil" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "mail_rates_pkey" PRIMARY KEY ("transport")
);

-- CreateIndex
CREATE INDEX "deliveries_state_dueAt_idx" ON "deliveries"("state", "dueAt");
