-- By hand: what Prisma's schema cannot say. Redoing this migration keeps all from here on.
-- A form is named by its page and its id there; until now drafts and unsent files named the kind of form.
CREATE FUNCTION pg_temp.place_by_page("place" text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE split_part("place", ':', 1)
    WHEN 'comment' THEN '/requests/' || "what" || '#comment'
    WHEN 'kill' THEN '/requests/' || "what" || '#move-kill'
    WHEN 'reopen' THEN '/requests/' || "what" || '#move-reopen'
    WHEN 'edit' THEN '/requests/' || replace("what", '+', '?edit=') || '#edit'
    WHEN 'correct' THEN '/requests/' || "what" || '/correct#correct'
    WHEN 'answer' THEN '/agent/requests/' || "what" || '#answer'
    WHEN 'raise' THEN '/catalog/' || replace("what", '+', '?follows=') || '#raise'
    ELSE "place"
  END
  FROM (SELECT substr("place", strpos("place", ':') + 1) AS "what") AS "named"
$$;

UPDATE "drafts" SET "place" = pg_temp.place_by_page("place");
UPDATE "files" SET "place" = pg_temp.place_by_page("place") WHERE "place" IS NOT NULL;
DROP FUNCTION pg_temp.place_by_page;
