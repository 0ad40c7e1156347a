-- CreateEnum
CREATE TYPE "SuppressionKind" AS ENUM ('bounced', 'complained');

-- AlterTable
ALTER TABLE "deliveries" ADD COLUMN     "releasedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "suppressions" (
    "email" TEXT NOT NULL,
    "kind" "SuppressionKind" NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "liftedAt" TIMESTAMPTZ(3),

    CONSTRAINT "suppressions_pkey" PRIMARY KEY ("email")
);

-- CreateIndex
CREATE INDEX "suppressions_liftedAt_at_idx" ON "suppressions"("liftedAt", "at" DESC);

-- CreateIndex
CREATE INDEX "deliveries_to_address" ON "deliveries"("to", "sentAt");

-- CreateIndex
CREATE INDEX "deliveries_of_request" ON "deliveries"("requestId", "sentAt");

-- CreateIndex
CREATE INDEX "deliveries_sent" ON "deliveries"("sentAt");

-- CreateIndex
CREATE INDEX "deliveries_of_provider" ON "deliveries"("providerId");
