-- By hand: what Prisma's schema cannot say.

-- Finds the nearest word where one was misspelt. A trusted extension: whoever may create in the database may add it.
CREATE EXTENSION IF NOT EXISTS "pg_trgm";

-- The same text in the one form in which it is searched: no accents, no capitals, and between words one space, which
-- also stands in front. Needs neither an extension nor a locale, so that it is the same on every server.
-- lib/search/fold.ts does the same to what is looked for; tests/domain/search/fold.test.ts holds them together.
-- At most 100,000 characters, because PostgreSQL keeps no more than 1 MB of words for one text.
CREATE FUNCTION "fold"("text" text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT left(' ' || btrim(normalize(regexp_replace(
    replace(replace(replace(translate(lower(
      regexp_replace(normalize("text", NFKD), '[\u00AD\u0300-\u036F\u200B-\u200D]+', '', 'g')
    ), 'øłđıς', 'oldiσ'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'),
    '[\u0001-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u00BF\u2000-\u206F\u3000-\u303F]+', ' ', 'g'
  ), NFC)), 100000)
$$;

-- Folded words in Latin letters: where the database has the locale C, trigrams know no others.
CREATE FUNCTION "in_latin"("text" text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT translate("text", 'абвгдежзиклмнопрстуфхцчшщъыьэюяґєіїαβγδεζηθικλμνξοπρστυφχψω',
                           'abvgdejziklmnoprstufhccssiiieuageiiabgdezhtiklmnxoprstufcpo')
$$;

-- The answers to a form as the customer reads them: what was chosen by its label, a moment without its T.
CREATE FUNCTION "answers_as_read"("fields" jsonb, "answers" jsonb) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT string_agg(coalesce(option.label, CASE question.kind WHEN 'date_time' THEN replace(given.value, 'T', ' ') ELSE given.value END),
                    E'\n' ORDER BY question.place, given.place)
  FROM (
    SELECT place, field ->> 'kind' AS kind, coalesce(field -> 'options', '[]') AS options, "answers" -> (field ->> 'key') AS answer
    FROM jsonb_array_elements("fields") WITH ORDINALITY AS fields (field, place)
  ) AS question
  CROSS JOIN LATERAL jsonb_array_elements_text(
    CASE jsonb_typeof(question.answer) WHEN 'array' THEN question.answer ELSE jsonb_build_array(question.answer) END
  ) WITH ORDINALITY AS given (value, place)
  LEFT JOIN LATERAL (
    SELECT choice ->> 'label' AS label FROM jsonb_array_elements(question.options) AS choice
    WHERE choice ->> 'value' = given.value LIMIT 1
  ) AS option ON true
  WHERE question.answer IS NOT NULL AND question.kind <> 'checkbox'
$$;

-- What a request is found by, kept here so that no command can forget it. No index on purpose: one over all words
-- would have to be read across the whole desk, while a search walks the requests of one person (members_newest,
-- then requests_pkey and comments_requestId_idx).
ALTER TABLE "requests" ADD COLUMN "folded" text NOT NULL DEFAULT '', ADD COLUMN "words" tsvector NOT NULL DEFAULT '';
ALTER TABLE "comments"
  ADD COLUMN "folded" text NOT NULL GENERATED ALWAYS AS ("fold"("body")) STORED,
  ADD COLUMN "words" tsvector NOT NULL GENERATED ALWAYS AS (to_tsvector('simple', "fold"("body"))) STORED;

CREATE FUNCTION "keep_words"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  answers text := (SELECT "answers_as_read"("fields", NEW."answers") FROM "form_versions" WHERE "id" = NEW."formVersionId");
BEGIN
  NEW."folded" := "fold"(concat_ws(E'\n', NEW."summary", answers));
  NEW."words" := setweight(to_tsvector('simple', "fold"(NEW."summary")), 'A')
              || setweight(to_tsvector('simple', "fold"(coalesce(answers, ''))), 'B');
  RETURN NEW;
END
$$;

CREATE TRIGGER "requests_keep_words" BEFORE INSERT OR UPDATE OF "summary", "answers", "formVersionId" ON "requests"
  FOR EACH ROW EXECUTE FUNCTION "keep_words"();

-- The requests that are here already.
UPDATE "requests" SET "summary" = "summary";
