-- By hand: what Prisma's schema cannot say. Redoing this migration keeps all from here on.

-- A new name or address changes every page where this person is shown; whose pages those are is known where they are open.
CREATE OR REPLACE FUNCTION "tell_news"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'events' THEN
    IF NEW."requestId" IS NOT NULL THEN
      PERFORM pg_notify('lodge_news', 'request:' || NEW."requestId");
    END IF;
    IF NEW.type IN ('person_renamed', 'email_changed') THEN
      PERFORM pg_notify('lodge_news', 'name:' || NEW."personId");
    END IF;
  END IF;
  IF NEW."personId" IS NOT NULL THEN
    PERFORM pg_notify('lodge_news', 'person:' || NEW."personId");
  END IF;
  RETURN NULL;
END
$$;
