/** Of what Next ships without types. */
declare module "next/dist/compiled/compression/index.js" {
  import type { IncomingMessage, ServerResponse } from "node:http";
  import type { ZlibOptions } from "node:zlib";

  export default function compression(
    options: ZlibOptions,
  ): (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
}
