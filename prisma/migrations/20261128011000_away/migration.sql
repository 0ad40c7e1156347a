-- AlterTable
ALTER TABLE "people" ADD COLUMN     "awayFrom" TIMESTAMPTZ(3),
ADD COLUMN     "awayUntil" TIMESTAMPTZ(3),
ADD COLUMN     "standInId" UUID;

-- AddForeignKey
ALTER TABLE "people" ADD CONSTRAINT "people_standInId_fkey" FOREIGN KEY ("standInId") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;
