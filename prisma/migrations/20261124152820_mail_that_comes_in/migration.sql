-- CreateEnum
CREATE TYPE "InboundState" AS ENUM ('let_in', 'held', 'kept_out', 'discarded');

-- CreateTable
CREATE TABLE "inbound_mails" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "state" "InboundState" NOT NULL,
    "cause" TEXT,
    "from" TEXT NOT NULL,
    "fromName" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "files" JSONB NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "requestId" UUID,
    "senderId" UUID,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "inbound_mails_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "inbound_mails_newest" ON "inbound_mails"("state", "receivedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "inbound_mails_of_sender" ON "inbound_mails"("senderId", "receivedAt");

-- CreateIndex
CREATE INDEX "inbound_mails_requestId_idx" ON "inbound_mails"("requestId");

-- CreateIndex
CREATE INDEX "inbound_mails_decidedById_idx" ON "inbound_mails"("decidedById");

-- CreateIndex
CREATE UNIQUE INDEX "inbound_mails_source_key_key" ON "inbound_mails"("source", "key");

-- AddForeignKey
ALTER TABLE "inbound_mails" ADD CONSTRAINT "inbound_mails_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "requests"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbound_mails" ADD CONSTRAINT "inbound_mails_senderId_fkey" FOREIGN KEY ("senderId") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbound_mails" ADD CONSTRAINT "inbound_mails_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;
