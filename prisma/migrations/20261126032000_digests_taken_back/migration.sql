-- Digests that the release before had taken back kept their text, and an admin could still have sent it.
UPDATE "deliveries" SET "state" = 'cancelled', "html" = '', "text" = '', "reason" = 'It was taken back.'
  WHERE "kind" LIKE 'taken\_back\_%' AND "state" = 'dead';

-- Rows of members are written again only where what they repeat has changed.
DROP TRIGGER "requests_tell_members" ON "requests";
CREATE TRIGGER "requests_tell_members" AFTER UPDATE OF "isOpen", "lastActivityAt" ON "requests"
  FOR EACH ROW WHEN (OLD."isOpen" IS DISTINCT FROM NEW."isOpen" OR OLD."lastActivityAt" IS DISTINCT FROM NEW."lastActivityAt")
  EXECUTE FUNCTION "tell_members"();
