-- AlterTable
ALTER TABLE "categories" ADD COLUMN "translations" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "request_types" ADD COLUMN "translations" JSONB NOT NULL DEFAULT '{}';
