-- AlterTable
ALTER TABLE "form_versions" ADD COLUMN     "agentFields" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "agent_answers" (
    "requestId" UUID NOT NULL,
    "answers" JSONB NOT NULL,
    "edition" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "agent_answers_pkey" PRIMARY KEY ("requestId")
);

-- AddForeignKey
ALTER TABLE "agent_answers" ADD CONSTRAINT "agent_answers_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "requests"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: what Prisma's schema cannot say. Redoing this migration keeps all from here on.

-- What is for agents alone never stands among what customers are asked, whoever writes a form.
ALTER TABLE "form_versions" ADD CONSTRAINT "form_versions_asks_apart"
  CHECK (NOT jsonb_path_exists("fields", '$[*].agentsOnly') AND NOT jsonb_path_exists("agentFields", '$[*] ? (!exists(@.agentsOnly))'));
