-- CreateIndex
CREATE INDEX "invitations_of_sender" ON "invitations"("invitedById", "id");

-- CreateIndex
CREATE INDEX "comments_of_author" ON "comments"("authorId", "id");

-- CreateIndex
CREATE INDEX "deliveries_of_person" ON "deliveries"("personId", "id");
