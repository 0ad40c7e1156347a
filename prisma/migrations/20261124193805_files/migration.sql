-- CreateTable
CREATE TABLE "files" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "ownerId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "place" TEXT,
    "field" TEXT,
    "mailId" UUID,
    "requestId" UUID,
    "commentId" UUID,
    "noteId" UUID,

    CONSTRAINT "files_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "file_contents" (
    "fileId" UUID NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "file_contents_pkey" PRIMARY KEY ("fileId")
);

-- CreateIndex
CREATE INDEX "files_of_owner" ON "files"("ownerId", "createdAt");

-- CreateIndex
CREATE INDEX "files_unsent" ON "files"("ownerId", "place");

-- CreateIndex
CREATE INDEX "files_mailId_idx" ON "files"("mailId");

-- CreateIndex
CREATE INDEX "files_requestId_idx" ON "files"("requestId");

-- CreateIndex
CREATE INDEX "files_commentId_idx" ON "files"("commentId");

-- CreateIndex
CREATE INDEX "files_noteId_idx" ON "files"("noteId");

-- AddForeignKey
ALTER TABLE "files" ADD CONSTRAINT "files_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "files" ADD CONSTRAINT "files_mailId_fkey" FOREIGN KEY ("mailId") REFERENCES "inbound_mails"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "files" ADD CONSTRAINT "files_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "requests"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "files" ADD CONSTRAINT "files_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "files" ADD CONSTRAINT "files_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "notes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_contents" ADD CONSTRAINT "file_contents_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "files"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: what Prisma's schema cannot say.

-- Already compressed, most of them: trying again would only cost time.
ALTER TABLE "file_contents" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;

-- A file lies in one place.
ALTER TABLE "files" ADD CONSTRAINT "files_in_one_place" CHECK (
  num_nonnulls("place", "mailId", "requestId") = 1 AND ("place" IS NULL) = ("field" IS NULL)
  AND num_nonnulls("commentId", "noteId") <= (CASE WHEN "requestId" IS NULL THEN 0 ELSE 1 END)
);
CREATE INDEX "files_to_sweep" ON "files" ("createdAt") WHERE "place" IS NOT NULL;

-- The answers to a form as the customer reads them, files by their names.
CREATE OR REPLACE FUNCTION "answers_as_read"("fields" jsonb, "answers" jsonb) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT string_agg(coalesce(option.label, CASE question.kind WHEN 'date_time' THEN replace(given.value, 'T', ' ') ELSE given.value END),
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
  WHERE question.answer IS NOT NULL AND question.kind <> 'checkbox'
$$;

-- Every form of a desk that is here already takes files from now on, as a version of its own.
INSERT INTO "form_versions" ("id", "typeId", "version", "fields")
SELECT gen_random_uuid(), "typeId", "version" + 1, "fields" || '[{"key": "files", "kind": "file", "label": "Files"}]'
FROM (SELECT DISTINCT ON ("typeId") * FROM "form_versions" ORDER BY "typeId", "version" DESC) AS latest
WHERE NOT "fields" @> '[{"key": "files"}]';
