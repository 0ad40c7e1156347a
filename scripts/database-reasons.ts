type Failure = Error & { code?: string; errors?: Failure[] };

const reasons: Record<string, string> = {
  ECONNREFUSED: "nothing answers there. Start that PostgreSQL, or correct the host and port.",
  ENOTFOUND: "its host name is unknown. Correct it.",
  EAI_AGAIN: "its host could not be looked up. Check its name and the network.",
  ECONNRESET: "it closed the connection. See its log.",
  ETIMEDOUT: "it does not answer. Check the address, the network and the server.",
  "28P01": "it refuses the user or the password. Correct them.",
  "28000": "it does not let this user in. Check the user and the server's pg_hba.conf.",
  "3D000": "that database does not exist. Create it (createdb) or correct its name.",
  "53300": "it has no free connection. Raise max_connections or close other clients.",
  "57P01": "it was shut down. Start it again.",
  "57P02": "it crashed and is recovering. Try again in a moment.",
  "57P03": "it is still starting. Try again in a moment.",
  // PgBouncer's code for everything that it refuses.
  "08P01": "a pooler in between refuses the connection. Correct its list of databases and users.",
};

/** Why a database connection failed and what to do about it, to follow its name; undefined for other errors. */
export function whyUnreachable(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, message, errors } = error as Failure;
  const known = reasons[code ?? errors?.[0]?.code ?? ""];
  if (known) return code === "08P01" ? `${known} It says: ${message}` : known;
  if (/Can't reach database server|DatabaseNotReachable/.test(message)) return reasons.ECONNREFUSED;
  if (/Connection terminated|timeout expired|timeout exceeded when trying to connect/i.test(message))
    return reasons.ETIMEDOUT;
  if (/does not support SSL|SASL|self-signed certificate|unable to verify/i.test(message))
    return `the connection cannot be made (${message}). Correct DATABASE_URL.`;
  return undefined;
}
