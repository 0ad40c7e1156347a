import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";

type Target = { tag: "empty" } | { tag: "schemaDatamodel"; files: { path: string; content: string }[] };

/**
 * The SQL that leads from one schema to another (null: from nothing). Uses Prisma's WebAssembly engine, because the
 * native one must be downloaded. Needs no database.
 */
export async function diffSchemas(from: string | null, to: string): Promise<string> {
  const engine = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const file = new URL(
    "schema_engine_bg.wasm",
    import.meta.resolve("@prisma/schema-engine-wasm/schema_engine_bg"),
  );
  const module = await WebAssembly.instantiate(readFileSync(fileURLToPath(file)), {
    "./schema_engine_bg.js": engine as unknown as WebAssembly.ModuleImports,
  });
  const glue = engine as unknown as { __wbg_set_wasm(exports: WebAssembly.Exports): void };
  glue.__wbg_set_wasm(module.instance.exports);
  (module.instance.exports.__wbindgen_start as () => void)();
  const target = (content: string): Target => ({
    tag: "schemaDatamodel",
    files: [{ path: "schema.prisma", content }],
  });
  const adapter = bindMigrationAwareSqlAdapterFactory(standIn());
  const options = {
    datamodels: [["schema.prisma", to]] as [string, string][],
    enabledPreviewFeatures: [],
    connectionInfo: {},
  };
  const made = await engine.SchemaEngine.new(options, () => {}, adapter);
  const { stdout } = await made.diff({
    from: from === null ? { tag: "empty" } : target(from),
    to: target(to),
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  return stdout ?? "";
}

// The engine asks the server for its version on connecting, but does not need it to compare schemas.
function standIn(): SqlMigrationAwareDriverAdapterFactory {
  const adapter = {
    provider: "postgres" as const,
    adapterName: "stand-in",
    queryRaw: async () => ({ columnNames: [], columnTypes: [], rows: [] }),
    executeRaw: async () => 0,
    executeScript: async () => {},
    startTransaction: () => Promise.reject(new Error("The stand-in has no transactions.")),
    dispose: async () => {},
    getConnectionInfo: () => ({ schemaName: "public", supportsRelationJoins: true }),
  };
  return {
    provider: "postgres",
    adapterName: "stand-in",
    connect: async () => adapter,
    connectToShadowDb: async () => adapter,
  };
}
