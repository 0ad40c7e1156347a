import { answerNextAuth } from "@/lib/entry/nextauth-route";

type Context = { params: Promise<{ nextauth: string[] }> };

export const GET = (request: Request, { params }: Context) => answerNextAuth(request, params);
export const POST = GET;
