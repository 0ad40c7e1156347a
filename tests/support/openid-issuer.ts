import { createHash, generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

export type Claims = { sub: string; email?: string; email_verified?: boolean };
type Asked = { nonce: string; challenge: string; client: string; claims: Claims };

const encoded = (data: unknown) => Buffer.from(JSON.stringify(data)).toString("base64url");

/** A local OpenID Connect provider: code flow with PKCE and a nonce, RS256 tokens. */
export async function startIssuer(client: { id: string; secret: string }) {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const codes = new Map<string, Asked>();
  let claims: Claims = { sub: "nobody" };
  const server = createServer(async (request, response) => {
    const { pathname, searchParams: query } = new URL(request.url ?? "/", url);
    const json = (data: unknown, status = 200) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(data));
    if (pathname === "/.well-known/openid-configuration")
      return json({
        issuer: url,
        authorization_endpoint: `${url}/authorize`,
        token_endpoint: `${url}/token`,
        jwks_uri: `${url}/keys`,
        response_types_supported: ["code"],
        subject_types_supported: ["public"],
        id_token_signing_alg_values_supported: ["RS256"],
      });
    if (pathname === "/keys")
      return json({
        keys: [{ ...publicKey.export({ format: "jwk" }), kid: "one", alg: "RS256", use: "sig" }],
      });
    if (pathname === "/authorize") {
      const code = randomUUID();
      const given = (name: string) => query.get(name) ?? "";
      codes.set(code, {
        nonce: given("nonce"),
        challenge: given("code_challenge"),
        client: given("client_id"),
        claims,
      });
      const back = new URL(given("redirect_uri"));
      back.search = String(new URLSearchParams({ code, state: given("state") }));
      return response.writeHead(302, { location: back.href }).end();
    }
    const sent = new URLSearchParams(await text(request));
    const asked = codes.get(sent.get("code") ?? "");
    codes.delete(sent.get("code") ?? "");
    const challenge = createHash("sha256")
      .update(sent.get("code_verifier") ?? "")
      .digest("base64url");
    const known = `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString("base64")}`;
    if (!asked || asked.challenge !== challenge || request.headers.authorization !== known)
      return json({ error: "invalid_grant" }, 400);
    const at = Math.floor(Date.now() / 1_000);
    const facts = {
      iss: url,
      aud: asked.client,
      iat: at,
      exp: at + 300,
      nonce: asked.nonce,
      ...asked.claims,
    };
    const words = `${encoded({ alg: "RS256", kid: "one" })}.${encoded(facts)}`;
    const idToken = `${words}.${sign("sha256", Buffer.from(words), privateKey).toString("base64url")}`;
    json({ access_token: randomUUID(), token_type: "Bearer", expires_in: 300, id_token: idToken });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    /** The person it logs in from now on. */
    knows(person: Claims) {
      claims = person;
    },
    stop: () => server.close(),
  };
}
