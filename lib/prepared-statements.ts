import "server-only";
import { createHash } from "node:crypto";
import { Client, type ClientBase, type PoolConfig, type QueryConfig, type QueryResult } from "pg";

// Each takes 0.1 to 0.7 MB of database memory per connection.
const maxNames = 100;
const maxWatched = 500;
const timesUntilNamed = 3;

/** Only these have a plan worth keeping. */
const planned = /^\s*(select|with|insert|update|delete)\b/i;

/** SQLSTATEs reported before a prepared statement is executed: changed column types, unknown name, name in use. */
const unusable = new Set(["0A000", "26000", "42P05"]);

/**
 * What has a limit is written so that one plan by index fits all values, and the desk while it grows. Compiling it would take
 * longer than running it.
 */
export const forAnyValues = [
  "set local plan_cache_mode = force_generic_plan",
  "set local enable_seqscan = off",
  "set local random_page_cost = 1",
  "set local jit = off",
].join("; ");

/** Names statements by the hash of their SQL from the third execution on, at most `maxNames` in total. */
export function makeNames() {
  const names = new Map<string, string | null>();
  const watched = new Map<string, number>();
  return {
    nameOf(sql: string): string | null {
      const known = names.get(sql);
      if (known !== undefined) return known;
      if (names.size >= maxNames) return null;
      const times = (watched.get(sql) ?? 0) + 1;
      if (times < timesUntilNamed) {
        if (watched.size >= maxWatched) watched.clear();
        watched.set(sql, times);
        return null;
      }
      watched.delete(sql);
      const name = createHash("sha256").update(sql).digest("base64url");
      names.set(sql, name);
      return name;
    },
    retire(sql: string): void {
      names.set(sql, null);
    },
  };
}

type Callback = (error: (Error & { code?: string }) | null, result?: QueryResult) => void;

/** A statement that the database ends after so many milliseconds. */
export type LimitedQuery = { text: string; values: unknown[]; milliseconds: number };

/**
 * Pool options under which PostgreSQL parses and plans a repeated statement once per connection.
 * @param mode auto: only on connections without a pooler in between, which might run it in another session
 * @param settings SQL that each new connection executes first
 */
export function prepareStatements(
  mode: "auto" | "on" | "off",
  settings: string,
): Pick<PoolConfig, "Client" | "onConnect" | "pipeline"> {
  const { nameOf, retire } = makeNames();

  class PreparingClient extends Client {
    declare readonly processID: number | null;
    isPreparing = mode === "on";

    async begin(): Promise<void> {
      const sql = `${settings}; select pg_backend_pid() as pid`;
      const results = (await super.query(sql)) as unknown as QueryResult<{ pid: number }>[];
      // A pooler invents the process id it reports, since it has no server process per client.
      if (mode === "auto") this.isPreparing = results.at(-1)?.rows[0]?.pid === this.processID;
    }

    // The pool and Prisma's adapter use different overloads; `never` fits both return types.
    override query(...sent: unknown[]): never {
      const [query, , callback] = sent as [
        QueryConfig | LimitedQuery | string,
        unknown,
        Callback | undefined,
      ];
      // The pool, whose statements are separate transactions, waits for a callback.
      if (!callback || typeof query === "string") return Reflect.apply(super.query, this, sent) as never;
      if ("milliseconds" in query) return this.queryLimited(query, callback) as never;
      const name = this.mayPrepare(query) ? nameOf(query.text) : null;
      if (!name) return Reflect.apply(super.query, this, sent) as never;
      const retryUnnamed: Callback = (error, result) => {
        if (!error?.code || !unusable.has(error.code)) return callback(error, result);
        retire(query.text);
        Reflect.apply(super.query, this, sent);
      };
      return Reflect.apply(super.query, this, [{ ...query, name }, undefined, retryUnnamed]) as never;
    }

    /**
     * In a transaction of its own, because only there its settings end along with it, also behind a pooler. All of it is sent
     * at once: what follows a failure fails, too.
     */
    private queryLimited(query: LimitedQuery, callback: Callback): void {
      const name = this.isPreparing ? nameOf(query.text) : null;
      const begin = `begin read only; set local statement_timeout = ${query.milliseconds}; ${forAnyValues}`;
      let failure: Parameters<Callback>[0] = null;
      let answer: QueryResult | undefined;
      const send = (what: QueryConfig, then: Callback) =>
        Reflect.apply(super.query, this, [what, undefined, then]);
      this.connection.stream.cork();
      send({ text: begin }, lost => (failure = lost));
      send({ ...query, ...(name && { name }) }, (error, result) => {
        failure ??= error;
        answer = result;
      });
      send({ text: "commit" }, lost => {
        failure ??= lost;
        if (!name || !failure?.code || !unusable.has(failure.code)) return callback(failure, answer);
        retire(query.text);
        this.queryLimited(query, callback);
      });
      this.connection.stream.uncork();
    }

    /** A failed statement cannot be retried inside a transaction, which has lost its earlier statements. */
    private mayPrepare({ text }: QueryConfig): boolean {
      return this.isPreparing && this.getTransactionStatus() === "I" && planned.test(text);
    }
  }

  return {
    Client: PreparingClient,
    // Sends what is asked before the answer to what was asked before.
    pipeline: true,
    onConnect: (client: ClientBase) => (client as PreparingClient).begin(),
  };
}
