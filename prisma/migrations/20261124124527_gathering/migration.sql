-- AlterTable
ALTER TABLE "notices" ADD COLUMN     "deliveryId" UUID;

-- CreateIndex
CREATE INDEX "notices_of_delivery" ON "notices"("deliveryId");

-- By hand: what Prisma's schema cannot say. Redoing this migration keeps all from here on.

-- The requests that a person has muted, for their settings.
CREATE INDEX "members_muted" ON "members" ("personId", "lastActivityAt" DESC, "requestId" DESC)
  WHERE "mutedAt" IS NOT NULL;
