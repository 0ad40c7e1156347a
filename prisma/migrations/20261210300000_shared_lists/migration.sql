-- CreateTable
CREATE TABLE "choice_lists" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "translations" JSONB NOT NULL DEFAULT '{}',
    "entries" JSONB NOT NULL,
    "position" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "choice_lists_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "choice_lists_slug_key" ON "choice_lists"("slug");

-- By hand: what Prisma's schema cannot say. Redoing this migration keeps all from here on.

-- What forms offer is part of the catalog that servers keep.
CREATE TRIGGER "choice_lists_version" AFTER INSERT OR UPDATE OR DELETE ON "choice_lists"
  FOR EACH STATEMENT EXECUTE FUNCTION "renew_version"('catalog');
