-- CreateTable
CREATE TABLE "customer_notes" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "writerId" UUID NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,
    "body" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "customer_notes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "customer_notes_of_person" ON "customer_notes"("personId", "id");

-- AddForeignKey
ALTER TABLE "customer_notes" ADD CONSTRAINT "customer_notes_personId_fkey" FOREIGN KEY ("personId") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_notes" ADD CONSTRAINT "customer_notes_writerId_fkey" FOREIGN KEY ("writerId") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
