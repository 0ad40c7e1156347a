-- AlterTable
ALTER TABLE "requests" ADD COLUMN     "isPrivate" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "organisationId" UUID;

-- AlterTable
ALTER TABLE "passages" ADD COLUMN     "organisationId" UUID;

-- CreateTable
CREATE TABLE "organisations" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "organisations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation_domains" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "domain" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "organisation_domains_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation_members" (
    "organisationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "isByHand" BOOLEAN NOT NULL DEFAULT false,
    "isByDomain" BOOLEAN NOT NULL DEFAULT false,
    "isManager" BOOLEAN NOT NULL DEFAULT false,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "organisation_members_pkey" PRIMARY KEY ("organisationId","personId")
);

-- CreateIndex
CREATE UNIQUE INDEX "organisations_slug_key" ON "organisations"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_domains_domain_key" ON "organisation_domains"("domain");

-- CreateIndex
CREATE INDEX "organisation_domains_organisationId_idx" ON "organisation_domains"("organisationId");

-- CreateIndex
CREATE INDEX "organisation_members_personId_idx" ON "organisation_members"("personId");

-- AddForeignKey
ALTER TABLE "organisation_domains" ADD CONSTRAINT "organisation_domains_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_members" ADD CONSTRAINT "organisation_members_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_members" ADD CONSTRAINT "organisation_members_personId_fkey" FOREIGN KEY ("personId") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "requests" ADD CONSTRAINT "requests_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand: what Prisma's schema cannot say. Redoing this migration keeps all from here on.

-- One walk through what an organisation's managers see, of open or ended requests or of both; nothing for desks without any.
CREATE INDEX "requests_of_organisation" ON "requests" ("organisationId", "lastActivityAt" DESC, "id" DESC)
  WHERE "organisationId" IS NOT NULL AND NOT "isPrivate";
CREATE INDEX "requests_of_organisation_by_phase" ON "requests" ("organisationId", "isOpen", "lastActivityAt" DESC, "id" DESC)
  WHERE "organisationId" IS NOT NULL AND NOT "isPrivate";
CREATE INDEX "passages_of_organisation" ON "passages" USING gin ((ARRAY["organisationId"]), ("words_of"("folded")))
  WITH (fastupdate = off) WHERE "organisationId" IS NOT NULL;

ALTER TABLE "organisation_members" ADD CONSTRAINT "organisation_members_have_a_reason" CHECK ("isByHand" OR "isByDomain");

CREATE FUNCTION "domain_of"("email" text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN split_part("email", '@', 2);

-- Whoever writes an address and whoever writes a domain must not miss each other. Taken before any row is locked.
CREATE FUNCTION "share_domains"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtext('domains of organisations'));
  RETURN NULL;
END
$$;
CREATE FUNCTION "hold_domains"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('domains of organisations'));
  RETURN NULL;
END
$$;

CREATE FUNCTION "join_by_address"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  own uuid := (SELECT "organisationId" FROM "organisation_domains" WHERE "domain" = "domain_of"(NEW."email"));
BEGIN
  DELETE FROM "organisation_members"
    WHERE "personId" = NEW."id" AND NOT "isByHand" AND "organisationId" IS DISTINCT FROM own;
  UPDATE "organisation_members" SET "isByDomain" = false
    WHERE "personId" = NEW."id" AND "isByDomain" AND "organisationId" IS DISTINCT FROM own;
  IF own IS NOT NULL THEN
    INSERT INTO "organisation_members" ("organisationId", "personId", "isByDomain", "addedAt") VALUES (own, NEW."id", true, now())
      ON CONFLICT ("organisationId", "personId") DO UPDATE SET "isByDomain" = true;
  END IF;
  RETURN NULL;
END
$$;

CREATE FUNCTION "join_by_domain"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "organisation_members" ("organisationId", "personId", "isByDomain", "addedAt")
    SELECT NEW."organisationId", "id", true, now() FROM "people" WHERE "domain_of"("email") = NEW."domain"
    ON CONFLICT ("organisationId", "personId") DO UPDATE SET "isByDomain" = true;
  RETURN NULL;
END
$$;

CREATE FUNCTION "leave_by_domain"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "organisation_members" USING "people"
    WHERE "organisationId" = OLD."organisationId" AND "people"."id" = "personId" AND NOT "isByHand"
      AND "domain_of"("people"."email") = OLD."domain";
  UPDATE "organisation_members" SET "isByDomain" = false FROM "people"
    WHERE "organisationId" = OLD."organisationId" AND "people"."id" = "personId" AND "isByDomain"
      AND "domain_of"("people"."email") = OLD."domain";
  RETURN NULL;
END
$$;

CREATE TRIGGER "people_share_domains" BEFORE INSERT OR UPDATE OF "email" ON "people"
  FOR EACH STATEMENT EXECUTE FUNCTION "share_domains"();
CREATE TRIGGER "people_join" AFTER INSERT ON "people"
  FOR EACH ROW EXECUTE FUNCTION "join_by_address"();
CREATE TRIGGER "people_move" AFTER UPDATE OF "email" ON "people"
  FOR EACH ROW WHEN (OLD."email" IS DISTINCT FROM NEW."email") EXECUTE FUNCTION "join_by_address"();
CREATE TRIGGER "organisation_domains_hold" BEFORE INSERT OR DELETE ON "organisation_domains"
  FOR EACH STATEMENT EXECUTE FUNCTION "hold_domains"();
CREATE TRIGGER "organisation_domains_join" AFTER INSERT ON "organisation_domains"
  FOR EACH ROW EXECUTE FUNCTION "join_by_domain"();
CREATE TRIGGER "organisation_domains_leave" AFTER DELETE ON "organisation_domains"
  FOR EACH ROW EXECUTE FUNCTION "leave_by_domain"();

-- What joining opens and what its managers may see hang on this.
CREATE FUNCTION "keep_organisation"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A request stays with the organisation it was raised for.';
END
$$;
CREATE TRIGGER "requests_keep_organisation" BEFORE UPDATE OF "organisationId" ON "requests"
  FOR EACH ROW WHEN (OLD."organisationId" IS DISTINCT FROM NEW."organisationId") EXECUTE FUNCTION "keep_organisation"();

CREATE OR REPLACE FUNCTION "passages_of_requests"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "passages" ("sourceId", "requestId", "requesterId", "folded", "organisationId")
    SELECT "id", "id", "requesterId", "fold"(concat_ws(E'\n', "summary", nullif("searchText", ''))),
      CASE WHEN NOT "isPrivate" THEN "organisationId" END
    FROM "fresh";
  RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION "passages_of_comments"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "passages" ("sourceId", "requestId", "requesterId", "folded", "organisationId")
    SELECT "fresh"."id", "requestId", "requesterId", "fold"("body"), CASE WHEN NOT "isPrivate" THEN "organisationId" END
    FROM "fresh" JOIN "requests" ON "requests"."id" = "requestId";
  RETURN NULL;
END
$$;

CREATE FUNCTION "show_passages"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "passages" SET "organisationId" = CASE WHEN NOT NEW."isPrivate" THEN NEW."organisationId" END WHERE "requestId" = NEW."id";
  RETURN NULL;
END
$$;
CREATE TRIGGER "requests_show_passages" AFTER UPDATE OF "isPrivate" ON "requests"
  FOR EACH ROW WHEN (OLD."isPrivate" IS DISTINCT FROM NEW."isPrivate") EXECUTE FUNCTION "show_passages"();
