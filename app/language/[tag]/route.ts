import { chooseLanguage } from "@/lib/entry/language";

type Context = { params: Promise<{ tag: string }> };

/** Where the links of the footer lead. */
export const GET = async (request: Request, { params }: Context): Promise<Response> =>
  chooseLanguage(request, (await params).tag);
