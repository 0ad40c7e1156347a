import { PHASE_PRODUCTION_BUILD } from "next/constants.js";

// Addresses that hold a token. The pages behind them have forms, which a browser would send without their origin if
// they had this policy, too.
const links = [
  "set-password",
  "sign-up/confirm",
  "log-in",
  "invitations",
  "join",
  "settings/email",
  "mute",
  "setup",
].map(path => ({
  source: `/${path}/:token`,
  headers: [{ key: "Referrer-Policy", value: "no-referrer" }],
}));

/** @type {(phase: string) => import("next").NextConfig} */
export default phase => ({
  poweredByHeader: false,
  // The gate packs.
  compress: false,
  reactStrictMode: true,
  productionBrowserSourceMaps: false,
  // Everybody gets the title with the page, and not streamed behind it: without it a screen reader would read the address.
  htmlLimitedBots: /.*/,
  // No picture is resized here, and the optimiser has been the way in more than once.
  images: { unoptimized: true },
  serverExternalPackages: ["pg", "graphile-worker", "@node-rs/argon2", "mailparser", "imapflow"],
  // What a form without script carries with its files; middleware.ts says so first. Both, because what passes
  // through the middleware is cut off there without a word.
  experimental: {
    serverActions: { bodySizeLimit: "26mb" },
    proxyClientMaxBodySize: "26mb",
    // Seconds for which a page that was fetched ahead may be shown; it then asks for news by itself. Not less is possible.
    staleTimes: { static: 30 },
    // A list of languages in its place would be compared with every element, and knows nothing of texts that run the other way.
    // For a build alone: a server warns that it is of no use.
    ...(phase === PHASE_PRODUCTION_BUILD && { lightningCssFeatures: { exclude: ["dir-selector"] } }),
  },
  // Read by a thread of its own, so that no import leads to it: passwords are judged there.
  outputFileTracingIncludes: {
    "/**": [
      "./lib/accounts/password-worker.ts",
      "./lib/accounts/password-rules.ts",
      "./lib/accounts/password-words.ts",
      "./node_modules/@zxcvbn-ts/**",
    ],
  },
  // Asked for by browsers that have not seen the link to it, such as beside a plain answer.
  redirects: async () => [{ source: "/favicon.ico", destination: "/mark.svg", permanent: false }],
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "Referrer-Policy", value: "same-origin" },
        { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=()" },
      ],
    },
    ...links,
  ],
});
