import { settingsAtHand } from "@/lib/settings";

/**
 * The desk's mark in its accent: the icon of its pages. As in app/globals.css, the accent is darkened until white can be
 * read on it, where the browser is able to.
 */
export async function GET(request: Request): Promise<Response> {
  // Pages name the accent in the address, so that another one is another icon.
  const named = /^\?([0-9a-f]{6})$/i.exec(new URL(request.url).search)?.[1];
  const accent = named ? `#${named}` : settingsAtHand().accent;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><style>@supports(color:oklch(from red l c h)){rect{fill:oklch(from ${accent} clamp(.32,l,.5) min(c,.19) h)}}</style><rect width="32" height="32" rx="8" fill="${accent}"/><path d="M17.9 6.6 6.9 24.6M14.1 6.6l11 18" fill="none" stroke="#fff" stroke-width="2.75" stroke-linecap="round"/><path d="M16 18.2a2.3 2.3 0 0 1 2.3 2.3v4.1a1.3 1.3 0 0 1-1.3 1.3h-2a1.3 1.3 0 0 1-1.3-1.3v-4.1a2.3 2.3 0 0 1 2.3-2.3z" fill="#fff"/></svg>`;
  return new Response(svg, {
    headers: {
      "content-type": "image/svg+xml",
      "cache-control": named ? "public, max-age=31536000, immutable" : "no-cache",
    },
  });
}
