import { receiveLook, sendPresent } from "@/lib/entry/presence";

/** Who looks at a request, for agents alone. */
export function GET(request: Request): Promise<Response> {
  return sendPresent(request);
}

export function POST(request: Request): Promise<Response> {
  return receiveLook(request);
}
