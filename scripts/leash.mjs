// Loaded into the web server: ends it when its parent process dies, even from a kill.
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
// If the reader of the log is gone, writing to it fails. Unheard, that error is logged, which fails again, without end.
for (const log of [process.stdout, process.stderr]) log.on("error", () => undefined);
