-- CreateTable
CREATE TABLE "desk_pictures" (
    "hash" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "desk_pictures_pkey" PRIMARY KEY ("hash")
);
