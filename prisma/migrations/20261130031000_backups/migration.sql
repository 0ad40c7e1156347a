-- CreateTable
CREATE TABLE "backups" (
    "doneAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "backups_pkey" PRIMARY KEY ("doneAt")
);
