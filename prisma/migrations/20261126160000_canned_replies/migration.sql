-- CreateTable
CREATE TABLE "canned_replies" (
    "id" UUID NOT NULL,
    "personId" UUID,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "keywords" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL,
    "isArchived" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "canned_replies_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "canned_texts" (
    "replyId" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "canned_texts_pkey" PRIMARY KEY ("replyId","language")
);

-- CreateIndex
CREATE INDEX "canned_replies_in_order" ON "canned_replies"("personId", "isArchived", "position", "id");

-- AddForeignKey
ALTER TABLE "canned_replies" ADD CONSTRAINT "canned_replies_personId_fkey" FOREIGN KEY ("personId") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "canned_texts" ADD CONSTRAINT "canned_texts_replyId_fkey" FOREIGN KEY ("replyId") REFERENCES "canned_replies"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: what Prisma's schema cannot say. The desk's own have no person, and count as one owner.
CREATE UNIQUE INDEX "canned_replies_slug" ON "canned_replies"("personId", "slug") NULLS NOT DISTINCT;
CREATE UNIQUE INDEX "canned_replies_name" ON "canned_replies"("personId", lower("name")) NULLS NOT DISTINCT;
