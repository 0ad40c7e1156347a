-- CreateEnum
CREATE TYPE "MailPace" AS ENUM ('each', 'gathered', 'daily');

-- CreateEnum
CREATE TYPE "MemberRole" AS ENUM ('requester', 'participant');

-- DropIndex
DROP INDEX "requests_mine_by_phase";

-- DropIndex
DROP INDEX "requests_mine";

-- AlterTable
ALTER TABLE "people" ADD COLUMN     "language" TEXT NOT NULL DEFAULT 'en-GB',
ADD COLUMN     "mailPace" "MailPace" NOT NULL DEFAULT 'each',
ADD COLUMN     "newestFirst" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "timeZone" TEXT NOT NULL DEFAULT 'UTC',
ADD COLUMN     "usualList" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "requests" ADD COLUMN     "edition" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "followsId" UUID;

-- AlterTable
ALTER TABLE "comments" ADD COLUMN     "editedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "email_changes" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "email_changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "members" (
    "requestId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "role" "MemberRole" NOT NULL,
    "addedById" UUID,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "mutedAt" TIMESTAMPTZ(3),
    "isOpen" BOOLEAN NOT NULL,
    "lastActivityAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "members_pkey" PRIMARY KEY ("requestId","personId")
);

-- CreateTable
CREATE TABLE "invitations" (
    "id" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "invitedById" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "earlier_words" (
    "id" UUID NOT NULL,
    "commentId" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "earlier_words_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notices" (
    "id" BIGSERIAL NOT NULL,
    "personId" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "eventId" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),
    "gatherFor" "MailPace",

    CONSTRAINT "notices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "drafts" (
    "personId" UUID NOT NULL,
    "place" TEXT NOT NULL,
    "fields" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "drafts_pkey" PRIMARY KEY ("personId","place")
);

-- CreateIndex
CREATE UNIQUE INDEX "email_changes_tokenHash_key" ON "email_changes"("tokenHash");

-- CreateIndex
CREATE INDEX "email_changes_personId_idx" ON "email_changes"("personId");

-- CreateIndex
CREATE INDEX "members_by_phase" ON "members"("personId", "isOpen", "lastActivityAt" DESC, "requestId" DESC);

-- CreateIndex
CREATE INDEX "members_newest" ON "members"("personId", "lastActivityAt" DESC, "requestId" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "invitations_tokenHash_key" ON "invitations"("tokenHash");

-- CreateIndex
CREATE INDEX "invitations_requestId_email_idx" ON "invitations"("requestId", "email");

-- CreateIndex
CREATE INDEX "earlier_words_commentId_idx" ON "earlier_words"("commentId");

-- CreateIndex
CREATE INDEX "notices_newest" ON "notices"("personId", "id" DESC);

-- CreateIndex
CREATE INDEX "notices_of_request" ON "notices"("personId", "requestId");

-- CreateIndex
CREATE UNIQUE INDEX "notices_eventId_personId_key" ON "notices"("eventId", "personId");

-- CreateIndex
CREATE INDEX "drafts_updatedAt_idx" ON "drafts"("updatedAt");

-- CreateIndex
CREATE INDEX "requests_followsId_idx" ON "requests"("followsId");

-- AddForeignKey
ALTER TABLE "email_changes" ADD CONSTRAINT "email_changes_personId_fkey" FOREIGN KEY ("personId") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "requests" ADD CONSTRAINT "requests_followsId_fkey" FOREIGN KEY ("followsId") REFERENCES "requests"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "requests"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_personId_fkey" FOREIGN KEY ("personId") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "requests"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invitedById_fkey" FOREIGN KEY ("invitedById") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "earlier_words" ADD CONSTRAINT "earlier_words_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notices" ADD CONSTRAINT "notices_personId_fkey" FOREIGN KEY ("personId") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notices" ADD CONSTRAINT "notices_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "requests"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notices" ADD CONSTRAINT "notices_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "events"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_personId_fkey" FOREIGN KEY ("personId") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand: what Prisma's schema cannot say. Redoing this migration keeps all from here on.

-- Every request that is here already belongs to whoever raised it.
INSERT INTO "members" ("requestId", "personId", "role", "addedAt", "isOpen", "lastActivityAt")
  SELECT "id", "requesterId", 'requester', "createdAt", "isOpen", "lastActivityAt" FROM "requests";

-- Members repeat two columns of their request for the sake of their indexes, and may never tell another story.
CREATE FUNCTION "tell_members"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "members" SET "isOpen" = NEW."isOpen", "lastActivityAt" = NEW."lastActivityAt" WHERE "requestId" = NEW."id";
  RETURN NULL;
END
$$;

CREATE TRIGGER "requests_tell_members" AFTER UPDATE OF "isOpen", "lastActivityAt" ON "requests"
  FOR EACH ROW EXECUTE FUNCTION "tell_members"();

-- A request has one requester, and an address one invitation to it that can still be accepted.
CREATE UNIQUE INDEX "members_one_requester" ON "members" ("requestId") WHERE "role" = 'requester';
CREATE UNIQUE INDEX "invitations_one_pending" ON "invitations" ("requestId", "email")
  WHERE "acceptedAt" IS NULL AND "withdrawnAt" IS NULL;

-- What the bell counts, and what waits to be gathered.
CREATE INDEX "notices_unread" ON "notices" ("personId", "id" DESC) WHERE "readAt" IS NULL;
CREATE INDEX "notices_to_gather" ON "notices" ("personId", "requestId", "id") WHERE "gatherFor" IS NOT NULL;
