-- Sign-ups that are under way have no browser that could prove itself: their links ask for a new password.
-- AlterTable
ALTER TABLE "sign_ups" ADD COLUMN     "browserHash" TEXT NOT NULL DEFAULT '',
ALTER COLUMN "passwordHash" DROP NOT NULL,
ALTER COLUMN "codeHash" DROP NOT NULL,
ALTER COLUMN "linkHash" DROP NOT NULL;
ALTER TABLE "sign_ups" ALTER COLUMN "browserHash" DROP DEFAULT;
UPDATE "sign_ups" SET "passwordHash" = NULL WHERE "usedAt" IS NOT NULL;
ALTER TABLE "sign_ups" DROP COLUMN "usedAt";

-- AlterTable
ALTER TABLE "email_changes" ALTER COLUMN "tokenHash" DROP NOT NULL;
