-- Counts of the last hour at most: none is worth carrying over into the new columns.
DELETE FROM "rate_limits";

-- AlterTable
ALTER TABLE "rate_limits" DROP COLUMN "count",
DROP COLUMN "startsAt",
ADD COLUMN     "expire" TIMESTAMPTZ(3),
ADD COLUMN     "points" INTEGER NOT NULL;

-- AlterTable
ALTER TABLE "deliveries" ADD COLUMN     "heldUntil" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "log_in_links" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "log_in_links_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "log_in_links_tokenHash_key" ON "log_in_links"("tokenHash");

-- CreateIndex
CREATE INDEX "log_in_links_personId_idx" ON "log_in_links"("personId");

-- CreateIndex
CREATE INDEX "rate_limits_expire_idx" ON "rate_limits"("expire");

-- AddForeignKey
ALTER TABLE "log_in_links" ADD CONSTRAINT "log_in_links_personId_fkey" FOREIGN KEY ("personId") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand: what Prisma's schema cannot say.

-- Mails that a limit holds already leave by themselves as those to come do. Others, whose fate is unknown, wait for
-- somebody. The next delivery weighs each of them by the limits of today.
UPDATE "deliveries" SET "heldUntil" = now() WHERE "state" = 'held' AND "reason" LIKE 'More than %';
