-- CreateTable
CREATE TABLE "settings" (
    "name" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "version" INTEGER NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedById" UUID,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "settings_changedById_idx" ON "settings"("changedById");

-- AddForeignKey
ALTER TABLE "settings" ADD CONSTRAINT "settings_changedById_fkey" FOREIGN KEY ("changedById") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;
