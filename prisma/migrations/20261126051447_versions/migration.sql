-- CreateTable
CREATE TABLE "versions" (
    "name" TEXT NOT NULL,
    "value" UUID NOT NULL DEFAULT gen_random_uuid(),

    CONSTRAINT "versions_pkey" PRIMARY KEY ("name")
);

-- By hand: what Prisma's schema cannot say. Redoing this migration keeps all from here on.
INSERT INTO "versions" ("name") VALUES ('catalog');

CREATE FUNCTION "renew_version"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "versions" SET "value" = gen_random_uuid() WHERE "name" = TG_ARGV[0];
  RETURN NULL;
END
$$;

CREATE TRIGGER "categories_version" AFTER INSERT OR UPDATE OR DELETE ON "categories"
  FOR EACH STATEMENT EXECUTE FUNCTION "renew_version"('catalog');
CREATE TRIGGER "request_types_version" AFTER INSERT OR UPDATE OR DELETE ON "request_types"
  FOR EACH STATEMENT EXECUTE FUNCTION "renew_version"('catalog');
CREATE TRIGGER "form_versions_version" AFTER INSERT OR UPDATE OR DELETE ON "form_versions"
  FOR EACH STATEMENT EXECUTE FUNCTION "renew_version"('catalog');
