-- By hand: what Prisma's schema cannot say. A hundred lists of five hundred entries are folded when they are written.
ALTER TABLE "choice_lists"
  ADD COLUMN "folded" text NOT NULL GENERATED ALWAYS AS (
    "fold"(
      "name" || ' ' || jsonb_path_query_array("translations", '$.*.*')::text
      || ' ' || jsonb_path_query_array("entries", '$[*].label')::text
      || ' ' || jsonb_path_query_array("entries", '$[*].translations.*')::text
    )
  ) STORED;
