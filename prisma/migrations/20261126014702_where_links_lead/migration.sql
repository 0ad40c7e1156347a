-- AlterTable
ALTER TABLE "password_links" ADD COLUMN     "next" TEXT NOT NULL DEFAULT '/';

-- AlterTable
ALTER TABLE "log_in_links" ADD COLUMN     "next" TEXT NOT NULL DEFAULT '/';
