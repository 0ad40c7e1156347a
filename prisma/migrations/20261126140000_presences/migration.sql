-- CreateTable
CREATE TABLE "presences" (
    "personId" UUID NOT NULL,
    "lookId" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "isWriting" BOOLEAN NOT NULL,
    "beatAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "presences_pkey" PRIMARY KEY ("personId","lookId")
);

-- CreateIndex
CREATE INDEX "presences_of_request" ON "presences"("requestId");

-- AddForeignKey
ALTER TABLE "presences" ADD CONSTRAINT "presences_personId_fkey" FOREIGN KEY ("personId") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presences" ADD CONSTRAINT "presences_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "requests"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: what Prisma's schema cannot say. Redoing this migration keeps all from here on.
-- Worth nothing after a crash, so its beats are spared the write-ahead log; room in each page for what they update.
ALTER TABLE "presences" SET UNLOGGED;
ALTER TABLE "presences" SET (fillfactor = 50);
