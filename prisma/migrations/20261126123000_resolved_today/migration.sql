-- For the tab of what was resolved today, whatever became of it since.
CREATE INDEX "requests_resolved" ON "requests"("resolvedAt") WHERE "resolvedAt" IS NOT NULL;
