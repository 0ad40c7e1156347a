-- CreateEnum
CREATE TYPE "TypeAudience" AS ENUM ('everyone', 'organisations', 'agents');

-- AlterTable
ALTER TABLE "request_types" ADD COLUMN     "audience" "TypeAudience" NOT NULL DEFAULT 'everyone';

-- CreateTable
CREATE TABLE "type_organisations" (
    "typeId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,

    CONSTRAINT "type_organisations_pkey" PRIMARY KEY ("typeId","organisationId")
);

-- CreateIndex
CREATE INDEX "type_organisations_organisationId_idx" ON "type_organisations"("organisationId");

-- AddForeignKey
ALTER TABLE "type_organisations" ADD CONSTRAINT "type_organisations_typeId_fkey" FOREIGN KEY ("typeId") REFERENCES "request_types"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "type_organisations" ADD CONSTRAINT "type_organisations_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand: who sees a type is part of the catalog.
CREATE TRIGGER "type_organisations_version" AFTER INSERT OR UPDATE OR DELETE ON "type_organisations"
  FOR EACH STATEMENT EXECUTE FUNCTION "renew_version"('catalog');
