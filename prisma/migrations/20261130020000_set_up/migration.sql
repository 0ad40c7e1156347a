-- CreateTable
CREATE TABLE "set_up_links" (
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "set_up_links_pkey" PRIMARY KEY ("tokenHash")
);

-- By hand: a desk that anybody uses was set up before there was such a thing. Redoing this migration keeps that.
INSERT INTO "settings" ("name", "value", "version", "changedAt")
  SELECT 'setUp', '"done"', (SELECT coalesce(max("version"), 0) + 1 FROM "settings"), now()
  WHERE EXISTS (SELECT FROM "people")
  ON CONFLICT ("name") DO NOTHING;
