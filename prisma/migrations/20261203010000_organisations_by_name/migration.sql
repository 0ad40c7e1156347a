-- By hand: whoever says for whom a type is names organisations, and those of one name are told apart.
CREATE INDEX "organisations_by_name" ON "organisations" (lower("name"));
