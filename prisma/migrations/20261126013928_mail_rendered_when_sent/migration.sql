-- AlterEnum
ALTER TYPE "DeliveryState" ADD VALUE 'cancelled';

-- AlterTable
ALTER TABLE "deliveries" ADD COLUMN     "edition" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "expiresAt" TIMESTAMPTZ(3),
ADD COLUMN     "facts" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "from" TEXT,
ADD COLUMN     "messageId" TEXT,
ADD COLUMN     "renderedAt" TIMESTAMPTZ(3),
ADD COLUMN     "sealed" TEXT,
ALTER COLUMN "subject" DROP NOT NULL,
ALTER COLUMN "html" DROP NOT NULL,
ALTER COLUMN "text" DROP NOT NULL,
ALTER COLUMN "headers" DROP NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "deliveries_eventId_personId_kind_key" ON "deliveries"("eventId", "personId", "kind");

-- By hand: what Prisma's schema cannot say. Redoing this migration keeps all from here on.

-- What holds a code or a link, by when that ends; and what was sent and still has its body, by when it was sent.
CREATE INDEX "deliveries_sealed" ON "deliveries" ("expiresAt") WHERE "sealed" IS NOT NULL;
CREATE INDEX "deliveries_with_body" ON "deliveries" ("sentAt") WHERE "html" <> '';

-- Mails of earlier releases that were given up kept their code or link. Those that wait are rendered already and leave
-- as they are.
UPDATE "deliveries" SET "html" = '', "text" = '' WHERE "isSecret" AND "state" = 'dead';
