-- CreateEnum
CREATE TYPE "TagColour" AS ENUM ('grey', 'red', 'orange', 'yellow', 'green', 'teal', 'blue', 'purple', 'pink');

-- CreateTable
CREATE TABLE "tags" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "colour" "TagColour" NOT NULL,
    "position" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "tags_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request_tags" (
    "requestId" UUID NOT NULL,
    "tagId" UUID NOT NULL,

    CONSTRAINT "request_tags_pkey" PRIMARY KEY ("requestId","tagId")
);

-- CreateIndex
CREATE UNIQUE INDEX "tags_slug_key" ON "tags"("slug");

-- CreateIndex
CREATE INDEX "request_tags_of_tag" ON "request_tags"("tagId");

-- AddForeignKey
ALTER TABLE "request_tags" ADD CONSTRAINT "request_tags_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "requests"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_tags" ADD CONSTRAINT "request_tags_tagId_fkey" FOREIGN KEY ("tagId") REFERENCES "tags"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand: what Prisma's schema cannot say.
CREATE UNIQUE INDEX "tags_name" ON "tags"(lower("name"));
CREATE TRIGGER "tags_version" AFTER INSERT OR UPDATE OR DELETE ON "tags"
  FOR EACH STATEMENT EXECUTE FUNCTION "renew_version"('catalog');
