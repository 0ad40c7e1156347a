import { join } from "node:path";
import { startCluster } from "../postgres/cluster";
import { keep } from "../settings";

/** The PostgreSQL that all test runs share, apart from the desk's own. Started once, joined by the others. */
export const startTestCluster = () => startCluster({ folder: join(keep, "test-database"), durable: false });
