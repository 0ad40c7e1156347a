-- CreateTable
CREATE TABLE "form_drafts" (
    "typeId" UUID NOT NULL,
    "fields" JSONB NOT NULL,
    "version" INTEGER NOT NULL,
    "basedOn" INTEGER NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "form_drafts_pkey" PRIMARY KEY ("typeId")
);

-- AddForeignKey
ALTER TABLE "form_drafts" ADD CONSTRAINT "form_drafts_typeId_fkey" FOREIGN KEY ("typeId") REFERENCES "request_types"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
