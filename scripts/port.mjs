import { createServer } from "node:net";

/** Checks early whether the desk can listen on its port. @throws {Error} with one sentence that says what to do */
export async function requirePort() {
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Error(`PORT is "${process.env.PORT}"; it must be a number from 1 to 65535.`);
  const host = process.env.HOST || undefined;
  const code = await new Promise(resolve => {
    const server = createServer();
    server.once("error", error => resolve(error.code));
    server.listen({ port, host }, () => server.close(() => resolve(undefined)));
  });
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND" || code === "EAI_AGAIN" || code === "EINVAL")
    throw new Error(
      `HOST is "${host}", which is not an address of this machine (${code}). Set it to one that is, to 0.0.0.0 for all of them, or leave it unset.`,
    );
  if (code === "EADDRINUSE")
    throw new Error(
      `Port ${port} is used by another program. Stop it or choose another port: PORT=${port === 65535 ? 3000 : port + 1} npm start`,
    );
  if (code === "EACCES")
    throw new Error(`Port ${port} may not be used by this user. Choose one above 1023: PORT=3000 npm start`);
  if (code)
    throw new Error(`The desk cannot listen on port ${port} (${code}). Choose another: PORT=3001 npm start`);
}
