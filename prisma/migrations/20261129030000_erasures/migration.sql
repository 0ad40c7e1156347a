-- CreateTable
CREATE TABLE "erasures" (
    "personId" UUID NOT NULL,
    "askedById" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "suspends" BOOLEAN NOT NULL,
    "begunAt" TIMESTAMPTZ(3),
    "erasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "erasures_pkey" PRIMARY KEY ("personId")
);

-- CreateIndex
CREATE INDEX "erasures_due" ON "erasures"("erasedAt", "dueAt");

-- CreateIndex
CREATE INDEX "erasures_newest" ON "erasures"("askedAt" DESC, "personId" DESC);

-- CreateIndex
CREATE INDEX IF NOT EXISTS "events_of_actor" ON "events"("actorId", "id");

-- CreateIndex
CREATE INDEX "notes_of_author" ON "notes"("authorId", "id");

-- AddForeignKey
ALTER TABLE "erasures" ADD CONSTRAINT "erasures_personId_fkey" FOREIGN KEY ("personId") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "erasures" ADD CONSTRAINT "erasures_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand: what Prisma's schema cannot say. Redoing this migration keeps all from here on.

-- Whether any text still says a word of the vocabulary. By index even while the tables are small, as in "learn_words".
CREATE FUNCTION "is_said"("word" text) RETURNS boolean LANGUAGE sql STABLE STRICT SET enable_seqscan = off AS $$
  SELECT EXISTS (SELECT FROM "passages" WHERE "words_of"("folded") @> ARRAY["word"])
    OR EXISTS (SELECT FROM "notes" WHERE "words_of"("folded" COLLATE "C") @> ARRAY["word"])
    OR EXISTS (SELECT FROM "people" WHERE "words_of"("folded" COLLATE "C") @> ARRAY["word"])
$$;
