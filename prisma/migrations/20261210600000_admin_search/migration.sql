-- By hand: what Prisma's schema cannot say. What admins search is folded once, when it is written.

-- What a form says, in all languages: labels, help, placeholders, messages of patterns, choices.
CREATE FUNCTION "words_of_form"("fields" jsonb) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT coalesce(string_agg(said #>> '{}', ' ' ORDER BY said #>> '{}'), '') FROM (
    SELECT jsonb_path_query("fields", '$.**.label') AS said
    UNION SELECT jsonb_path_query("fields", '$.**.help')
    UNION SELECT jsonb_path_query("fields", '$.**.placeholder')
    UNION SELECT jsonb_path_query("fields", '$.**.patternMessage')
    UNION SELECT jsonb_path_query("fields", '$[*].options[*].translations.*')
  ) AS texts
$$;

ALTER TABLE "form_versions"
  ADD COLUMN "folded" text NOT NULL GENERATED ALWAYS AS ("fold"("words_of_form"("fields" || "agentFields"))) STORED;
ALTER TABLE "form_drafts"
  ADD COLUMN "folded" text NOT NULL GENERATED ALWAYS AS ("fold"("words_of_form"("fields"))) STORED;
ALTER TABLE "request_types"
  ADD COLUMN "folded" text NOT NULL GENERATED ALWAYS AS (
    "fold"("name" || ' ' || "description" || ' ' || "keywords" || ' ' || jsonb_path_query_array("translations", '$.*.*')::text)
  ) STORED;
ALTER TABLE "categories"
  ADD COLUMN "folded" text NOT NULL GENERATED ALWAYS AS (
    "fold"("name" || ' ' || "description" || ' ' || jsonb_path_query_array("translations", '$.*.*')::text)
  ) STORED;
ALTER TABLE "canned_replies"
  ADD COLUMN "folded" text NOT NULL GENERATED ALWAYS AS ("fold"("name" || ' ' || "keywords")) STORED;
ALTER TABLE "canned_texts" ADD COLUMN "folded" text NOT NULL GENERATED ALWAYS AS ("fold"("body")) STORED;
ALTER TABLE "organisations" ADD COLUMN "folded" text NOT NULL GENERATED ALWAYS AS ("fold"("name")) STORED;
ALTER TABLE "organisation_domains" ADD COLUMN "folded" text NOT NULL GENERATED ALWAYS AS ("fold"("domain")) STORED;
