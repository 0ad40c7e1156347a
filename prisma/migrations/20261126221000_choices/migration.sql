-- AlterTable
ALTER TABLE "people" ADD COLUMN     "choices" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "notices" ADD COLUMN     "inBell" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "onDesktop" BOOLEAN NOT NULL DEFAULT false;

-- By hand: what Prisma's schema cannot say.
CREATE INDEX "notices_on_desktop" ON "notices" ("personId", "id" DESC) WHERE "onDesktop";
-- The news that goes to many, and is thrown away first.
CREATE INDEX "notices_to_many" ON "notices" ("createdAt") WHERE "kind" IN ('request_arrived', 'left_unassigned');
