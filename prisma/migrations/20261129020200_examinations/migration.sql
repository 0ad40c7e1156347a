-- CreateTable
CREATE TABLE "examinations" (
    "at" TIMESTAMPTZ(3) NOT NULL,
    "findings" JSONB NOT NULL,
    "skipped" INTEGER NOT NULL,

    CONSTRAINT "examinations_pkey" PRIMARY KEY ("at")
);
