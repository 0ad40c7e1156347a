import { readHealth } from "@/lib/entry/health";

export async function GET(): Promise<Response> {
  const health = await readHealth();
  return Response.json(health, {
    status: health.database && health.writable ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
}
