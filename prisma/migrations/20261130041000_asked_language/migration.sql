-- AlterTable
ALTER TABLE "people" ADD COLUMN     "askedLanguage" TEXT;
