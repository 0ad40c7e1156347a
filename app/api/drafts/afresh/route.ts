import { startAfresh } from "@/lib/entry/drafts";
import { takePlainForm } from "@/lib/entry/plain-form";

/** The plain form “Discard draft”. */
export const POST = (request: Request): Promise<Response> => takePlainForm(request, startAfresh);
