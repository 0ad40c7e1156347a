-- By hand: what Prisma's schema cannot say. Redoing this migration keeps all from here on.

-- Open pages are told on commit that something changed. It stands here because no way of writing can forget it.
-- A message holds whom or what it is about and nothing else; equal ones of one transaction are sent once.
CREATE FUNCTION "tell_news"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."requestId" IS NOT NULL AND TG_TABLE_NAME = 'events' THEN
    PERFORM pg_notify('lodge_news', 'request:' || NEW."requestId");
  END IF;
  IF NEW."personId" IS NOT NULL THEN
    PERFORM pg_notify('lodge_news', 'person:' || NEW."personId");
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER "events_tell_news" AFTER INSERT ON "events"
  FOR EACH ROW EXECUTE FUNCTION "tell_news"();

CREATE TRIGGER "notices_tell_news" AFTER INSERT OR UPDATE OF "readAt" ON "notices"
  FOR EACH ROW EXECUTE FUNCTION "tell_news"();
