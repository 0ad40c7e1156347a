-- AlterTable
ALTER TABLE "categories" ADD COLUMN     "archivedAt" TIMESTAMPTZ(3),
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "request_types" ADD COLUMN     "archivedAt" TIMESTAMPTZ(3),
ADD COLUMN     "publishedAt" TIMESTAMPTZ(3),
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- By hand: what was in the catalog so far is published.
UPDATE "request_types" SET "publishedAt" = now();
