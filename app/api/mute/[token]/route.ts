import { askToMute, muteAtOnce } from "@/lib/entry/one-click";

type Context = { params: Promise<{ token: string }> };

export const POST = async (request: Request, { params }: Context) =>
  muteAtOnce(request, (await params).token);

export const GET = async (_: Request, { params }: Context) => askToMute((await params).token);
