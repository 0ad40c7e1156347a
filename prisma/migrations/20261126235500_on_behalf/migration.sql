-- AlterTable
ALTER TABLE "people" ADD COLUMN     "awaitsSignUp" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "requests" ADD COLUMN     "raisedById" UUID;

-- AddForeignKey
ALTER TABLE "requests" ADD CONSTRAINT "requests_raisedById_fkey" FOREIGN KEY ("raisedById") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;
