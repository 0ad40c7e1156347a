import { join } from "node:path";
import { startCluster } from "../postgres/cluster";
import { keep } from "../settings";

/** The PostgreSQL shared by all test runs, apart from the desk's own. */
export const startTestCluster = () => startCluster({ folder: join(keep, "test-database"), durable: false });
