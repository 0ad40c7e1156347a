-- CreateEnum
CREATE TYPE "LinkKind" AS ENUM ('related', 'duplicate');

-- CreateTable
CREATE TABLE "request_links" (
    "fromId" UUID NOT NULL,
    "toId" UUID NOT NULL,
    "kind" "LinkKind" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "request_links_pkey" PRIMARY KEY ("fromId","toId")
);

-- CreateIndex
CREATE INDEX "request_links_to" ON "request_links"("toId");

-- AddForeignKey
ALTER TABLE "request_links" ADD CONSTRAINT "request_links_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "requests"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_links" ADD CONSTRAINT "request_links_toId_fkey" FOREIGN KEY ("toId") REFERENCES "requests"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand: what Prisma's schema cannot say. Two requests are linked once, from whichever side.
CREATE UNIQUE INDEX "request_links_once" ON "request_links"(least("fromId", "toId"), greatest("fromId", "toId"));
ALTER TABLE "request_links" ADD CONSTRAINT "request_links_not_itself" CHECK ("fromId" <> "toId");
