import { once } from "node:events";
import { type OutgoingHttpHeaders, request as open } from "node:http";
import { connect } from "node:net";

export type Wired = {
  path?: string;
  method?: string;
  headers?: OutgoingHttpHeaders;
  /** Sent with its length, unless `chunked`. */
  body?: string | Buffer;
  chunked?: boolean;
};

export type Answer = { status: number; headers: Record<string, string | string[] | undefined>; text: string };

/** Sends requests that no browser and no fetch would, and reads the answer even if the server hangs up early. */
export async function send(
  url: string,
  { path = "/", method, headers, body, chunked }: Wired = {},
): Promise<Answer> {
  const { hostname, port } = new URL(url);
  const sending = open({
    hostname,
    port,
    path,
    method: method ?? (body === undefined ? "GET" : "POST"),
    headers: {
      // As browsers do, so that after a refusal the server keeps reading until everything is sent.
      connection: "keep-alive",
      ...(body !== undefined &&
        (chunked ? { "transfer-encoding": "chunked" } : { "content-length": Buffer.byteLength(body) })),
      ...headers,
    },
    agent: false,
  });
  const answered = once(sending, "response");
  sending.on("error", () => undefined);
  if (body === undefined) sending.end();
  else {
    sending.flushHeaders();
    sending.write(body);
    sending.end();
  }
  const [response] = await answered;
  let text = "";
  response.setEncoding("utf8").on("error", () => undefined);
  for await (const piece of response) text += piece;
  sending.destroy();
  return { status: response.statusCode, headers: response.headers, text };
}

/** Sends raw bytes and returns everything received until the server hangs up. */
export async function sendBytes(url: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => undefined);
  socket.write(bytes);
  let text = "";
  socket.setEncoding("utf8").on("data", piece => {
    text += piece;
  });
  await once(socket, "close");
  return text;
}

export function aForm(fields: [name: string, value: string | { filename: string; content: Buffer }][]): {
  body: Buffer;
  headers: Record<string, string>;
} {
  const boundary = "----WebKitFormBoundaryLodge";
  const parts = fields.flatMap(([name, value]) => {
    const type = (name: string) => (name === "" ? "application/octet-stream" : "text/plain");
    const [more, content] =
      typeof value === "string"
        ? ["", Buffer.from(value)]
        : [`; filename="${value.filename}"\r\nContent-Type: ${type(value.filename)}`, value.content];
    return [
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n`),
      content,
      Buffer.from("\r\n"),
    ];
  });
  return {
    body: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
  };
}

export const manyFields = (count: number, name = (index: number) => `f${index}`) =>
  aForm(Array.from({ length: count }, (_, index) => [name(index), "x"]));
