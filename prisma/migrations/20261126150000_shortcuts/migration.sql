-- AlterTable
ALTER TABLE "people" ADD COLUMN     "shortcuts" JSONB NOT NULL DEFAULT '{}';

