import { leaveAnswered } from "@/lib/entry/help-offers";
import { takePlainForm } from "@/lib/entry/plain-form";

/** The plain forms behind “This answered my question”. */
export const POST = (request: Request): Promise<Response> => takePlainForm(request, leaveAnswered);
