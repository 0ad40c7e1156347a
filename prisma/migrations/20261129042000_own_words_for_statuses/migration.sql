-- CreateTable
CREATE TABLE "type_statuses" (
    "typeId" UUID NOT NULL,
    "status" "Status" NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "type_statuses_pkey" PRIMARY KEY ("typeId","status")
);

-- AddForeignKey
ALTER TABLE "type_statuses" ADD CONSTRAINT "type_statuses_typeId_fkey" FOREIGN KEY ("typeId") REFERENCES "request_types"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand: servers keep these words with the catalog.
CREATE TRIGGER "type_statuses_version" AFTER INSERT OR UPDATE OR DELETE ON "type_statuses"
  FOR EACH STATEMENT EXECUTE FUNCTION "renew_version"('catalog');
