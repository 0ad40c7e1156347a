-- By hand: what Prisma's schema cannot say. News of requests that nobody had taken is read once somebody has.
CREATE INDEX "notices_unread_arrivals" ON "notices" ("requestId") WHERE "readAt" IS NULL AND "kind" IN ('request_arrived', 'left_unassigned');
