import { sprite } from "@/lib/sprite";

/** All icons in one file. Pages name its version in the address, so that browsers ask for it once. */
export function GET(request: Request): Response {
  const isNamed = new URL(request.url).search !== "";
  return new Response(sprite, {
    headers: {
      "content-type": "image/svg+xml",
      "cache-control": isNamed ? "public, max-age=31536000, immutable" : "no-cache",
    },
  });
}
