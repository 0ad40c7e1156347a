-- AlterTable
ALTER TABLE "people" ADD COLUMN     "signature" TEXT NOT NULL DEFAULT '';
