-- CreateTable
CREATE TABLE "saved_views" (
    "id" UUID NOT NULL,
    "personId" UUID,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "isArchived" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_views_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "saved_views_slug_key" ON "saved_views"("slug");

-- CreateIndex
CREATE INDEX "saved_views_in_order" ON "saved_views"("personId", "isArchived", "position", "id");

-- AddForeignKey
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_personId_fkey" FOREIGN KEY ("personId") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: what Prisma's schema cannot say. The desk's own have no person, and count as one owner.
CREATE UNIQUE INDEX "saved_views_name" ON "saved_views"("personId", lower("name")) NULLS NOT DISTINCT;

-- Tabs of the queue, which every process keeps by this version.
CREATE TRIGGER "saved_views_version" AFTER INSERT OR UPDATE OR DELETE ON "saved_views"
  FOR EACH STATEMENT EXECUTE FUNCTION "renew_version"('catalog');
