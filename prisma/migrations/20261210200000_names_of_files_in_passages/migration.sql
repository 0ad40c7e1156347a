-- By hand: what Prisma's schema cannot say. Redoing this migration keeps all from here on.

-- The names of files that everybody on a request may see are texts of it. Those of internal notes never are.
CREATE FUNCTION "passage_of_file"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    DELETE FROM "passages" WHERE "sourceId" = OLD."id";
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO "passages" ("sourceId", "requestId", "requesterId", "folded", "organisationId")
      SELECT NEW."id", "id", "requesterId", NEW."folded", CASE WHEN NOT "isPrivate" THEN "organisationId" END
      FROM "requests" WHERE "id" = NEW."requestId" AND NEW."noteId" IS NULL;
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER "files_passage_first" AFTER INSERT ON "files"
  FOR EACH ROW WHEN (NEW."requestId" IS NOT NULL) EXECUTE FUNCTION "passage_of_file"();
CREATE TRIGGER "files_passage" AFTER UPDATE OF "name", "requestId", "noteId" OR DELETE ON "files"
  FOR EACH ROW EXECUTE FUNCTION "passage_of_file"();

INSERT INTO "passages" ("sourceId", "requestId", "requesterId", "folded", "organisationId")
  SELECT "files"."id", "requestId", "requesterId", "files"."folded", CASE WHEN NOT "isPrivate" THEN "organisationId" END
  FROM "files" JOIN "requests" ON "requests"."id" = "requestId" WHERE "noteId" IS NULL;
