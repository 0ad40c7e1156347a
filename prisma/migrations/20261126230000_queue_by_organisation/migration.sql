-- By hand: what Prisma's schema cannot say. Redoing this migration keeps all from here on.

-- Agents filter by organisation, private requests included.
CREATE INDEX "requests_of_organisation_for_desk" ON "requests" ("organisationId", "lastActivityAt" DESC, "id" DESC)
  WHERE "organisationId" IS NOT NULL;

-- Their names stand in the filters of the queue, which every process keeps by this version.
CREATE TRIGGER "organisations_version" AFTER INSERT OR UPDATE OR DELETE ON "organisations"
  FOR EACH STATEMENT EXECUTE FUNCTION "renew_version"('catalog');
