-- Whoever says which organisations see a type names them.
CREATE INDEX "organisations_by_name" ON "organisations" (lower("name")) WHERE "archivedAt" IS NULL;
