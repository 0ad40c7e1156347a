-- Agents of one name are told apart by their addresses where requests are filtered, so these are kept with the names.
DROP TRIGGER "people_version" ON "people";
CREATE TRIGGER "people_version" AFTER UPDATE OF "name", "email", "role", "suspendedAt" ON "people"
  FOR EACH ROW WHEN (OLD."role" <> 'customer' OR NEW."role" <> 'customer') EXECUTE FUNCTION "renew_version"('catalog');
