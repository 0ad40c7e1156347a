-- AlterTable
ALTER TABLE "people" ADD COLUMN     "habits" JSONB NOT NULL DEFAULT '{}';
