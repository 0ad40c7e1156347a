-- A note can name one colleague in several ways, and keeps each as it is written.
ALTER TABLE "mentions" DROP CONSTRAINT "mentions_pkey",
ADD CONSTRAINT "mentions_pkey" PRIMARY KEY ("noteId", "personId", "words");
