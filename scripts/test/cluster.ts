import { join } from "node:path";
import { startCluster } from "../postgres/cluster";
import { keep } from "../settings";

export const startTestCluster = () => startCluster({ folder: join(keep, "test-database"), durable: false });
