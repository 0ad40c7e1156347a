-- CreateIndex
CREATE INDEX "organisation_members_in_order" ON "organisation_members"("organisationId", "isManager" DESC, "addedAt" DESC, "personId" DESC);

-- CreateIndex
CREATE INDEX "organisations_in_order" ON "organisations"("position");

-- By hand: two that were added at once had the same place, and lists go on behind a place.
UPDATE "organisations" SET "position" = counted."place"
  FROM (SELECT "id", row_number() OVER (ORDER BY "position", "slug") AS "place" FROM "organisations") counted
  WHERE counted."id" = "organisations"."id" AND counted."place" <> "position";
