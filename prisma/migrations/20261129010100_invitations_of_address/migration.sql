-- CreateIndex
CREATE INDEX "invitations_of_address" ON "invitations"("email");
