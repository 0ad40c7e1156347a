import { answerOrganisations } from "@/lib/entry/organisations";

/** For agents only. */
export const GET = answerOrganisations;
