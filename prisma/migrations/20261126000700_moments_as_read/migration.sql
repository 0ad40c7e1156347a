-- By hand: what Prisma's schema cannot say.

-- The answers to a form as the customer reads them once more: a moment with the place where it was typed, as pages name
-- it, and no longer with the whole name of its zone, whose region everybody there has in every request.
CREATE OR REPLACE FUNCTION "answers_as_read"("fields" jsonb, "answers" jsonb) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT string_agg(coalesce(option.label, moment.text, given.value),
                    E'\n' ORDER BY question.place, given.place)
  FROM (
    SELECT place, field ->> 'kind' AS kind, coalesce(field -> 'options', '[]') AS options, "answers" -> (field ->> 'key') AS answer
    FROM jsonb_array_elements("fields") WITH ORDINALITY AS fields (field, place)
  ) AS question
  CROSS JOIN LATERAL (
    SELECT CASE jsonb_typeof(one) WHEN 'object' THEN one ->> 'name' ELSE one #>> '{}' END AS value, place
    FROM jsonb_array_elements(
      CASE jsonb_typeof(question.answer) WHEN 'array' THEN question.answer ELSE jsonb_build_array(question.answer) END
    ) WITH ORDINALITY AS answers (one, place)
  ) AS given
  LEFT JOIN LATERAL (
    SELECT choice ->> 'label' AS label FROM jsonb_array_elements(question.options) AS choice
    WHERE choice ->> 'value' = given.value LIMIT 1
  ) AS option ON true
  LEFT JOIN LATERAL (
    SELECT concat_ws(' ', part[1], part[2], coalesce(
      -- As lib/time-zones.ts: names that a place no longer goes by.
      '{"Asmera": "Asmara", "Calcutta": "Kolkata", "Dacca": "Dhaka", "Faeroe": "Faroe", "Godthab": "Nuuk",
        "Katmandu": "Kathmandu", "Kiev": "Kyiv", "Ponape": "Pohnpei", "Rangoon": "Yangon",
        "Saigon": "Ho Chi Minh City", "Truk": "Chuuk"}'::jsonb ->> part[3], translate(part[3], '_/', '  '))) AS text
    FROM regexp_match(given.value, '^([0-9-]+)T([0-9:]+)(?:\[(?:[^]/]*/)?([^]]*)\])?$') AS part
    WHERE question.kind = 'date_time' AND part IS NOT NULL
  ) AS moment ON true
  WHERE question.answer IS NOT NULL AND question.kind <> 'checkbox'
$$;

-- The requests that are here already and have such a moment.
UPDATE "requests" SET "summary" = "summary" WHERE "answers"::text ~ 'T[0-9:]+\[';
