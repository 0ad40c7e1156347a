import { answerOffers } from "@/lib/entry/help-offers";

/** For those who are logged in, as whoever raises a request is. */
export const GET = answerOffers;
