-- When agents are away is kept with their names, for the page of a request.
DROP TRIGGER "people_version" ON "people";
CREATE TRIGGER "people_version" AFTER UPDATE OF "name", "email", "role", "suspendedAt", "awayFrom", "awayUntil" ON "people"
  FOR EACH ROW WHEN (OLD."role" <> 'customer' OR NEW."role" <> 'customer') EXECUTE FUNCTION "renew_version"('catalog');
