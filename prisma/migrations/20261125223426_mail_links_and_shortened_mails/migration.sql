-- AlterTable
ALTER TABLE "inbound_mails" ADD COLUMN     "commentId" UUID,
ADD COLUMN     "isShortened" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "desk_keys" (
    "name" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "desk_keys_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE UNIQUE INDEX "inbound_mails_commentId_key" ON "inbound_mails"("commentId");

-- AddForeignKey
ALTER TABLE "inbound_mails" ADD CONSTRAINT "inbound_mails_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comments"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- By hand: what Prisma's schema cannot say. Redoing this migration keeps all from here on.
-- Two random UUIDs hold 244 random bits; a function for random bytes would need an extension.
INSERT INTO "desk_keys" ("name", "secret", "createdAt")
VALUES ('mail_links', replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), now());
