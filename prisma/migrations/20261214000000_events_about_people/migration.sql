-- By hand: what Prisma's schema cannot say. Most events about an agent are about their part in some request.
CREATE INDEX "events_about_people" ON "events" ("personId", "id") WHERE "personId" IS NOT NULL AND "requestId" IS NULL;
