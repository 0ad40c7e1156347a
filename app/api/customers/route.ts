import { answerCustomers } from "@/lib/entry/customers";

/** For agents only. */
export const GET = answerCustomers;
