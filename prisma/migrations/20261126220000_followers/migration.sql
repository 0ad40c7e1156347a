-- CreateTable
CREATE TABLE "followers" (
    "requestId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "followers_pkey" PRIMARY KEY ("requestId","personId")
);

-- CreateTable
CREATE TABLE "mentions" (
    "noteId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "words" TEXT NOT NULL,

    CONSTRAINT "mentions_pkey" PRIMARY KEY ("noteId","personId")
);

-- CreateIndex
CREATE INDEX "followers_of_person" ON "followers"("personId");

-- CreateIndex
CREATE INDEX "mentions_of_person" ON "mentions"("personId");

-- AddForeignKey
ALTER TABLE "followers" ADD CONSTRAINT "followers_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "requests"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "followers" ADD CONSTRAINT "followers_personId_fkey" FOREIGN KEY ("personId") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "notes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_personId_fkey" FOREIGN KEY ("personId") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
