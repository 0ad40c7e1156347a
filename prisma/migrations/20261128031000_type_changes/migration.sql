-- By hand: what Prisma's schema cannot say. The forms that a request had before, which its older corrections are told by.
CREATE INDEX "events_type_changes" ON "events"("requestId", "id") WHERE "type" = 'request_type_changed';
