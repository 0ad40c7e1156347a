// Loaded into the web server: ends it when its parent process dies, even from a kill.
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
