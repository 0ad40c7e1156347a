-- CreateTable
CREATE TABLE "write_probes" (
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "write_probes_pkey" PRIMARY KEY ("at")
);
