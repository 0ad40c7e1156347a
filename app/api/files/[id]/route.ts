import { removeFile, serveFile } from "@/lib/entry/files";

type Context = { params: Promise<{ id: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return serveFile(request, (await params).id);
}

export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  return removeFile(request, (await params).id);
}
