import { servePicture } from "@/lib/entry/pictures";

type Context = { params: Promise<{ name: string }> };

export async function GET(_: Request, { params }: Context): Promise<Response> {
  return servePicture((await params).name);
}
