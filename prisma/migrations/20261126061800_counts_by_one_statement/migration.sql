-- By hand: what Prisma's schema cannot say. Redoing this migration keeps all from here on.

-- As rate-limiter-flexible keeps counts in PostgreSQL: milliseconds, in the last of three columns, whose order it relies on.
ALTER TABLE "rate_limits" RENAME COLUMN "expire" TO "until";
ALTER TABLE "rate_limits" ADD COLUMN "expire" BIGINT;
UPDATE "rate_limits" SET "expire" = extract(epoch FROM "until") * 1000;
ALTER TABLE "rate_limits" DROP COLUMN "until";
CREATE INDEX "rate_limits_expire_idx" ON "rate_limits"("expire");
