// Loaded into the web server: when the process that started it dies, however it dies, the server goes too.
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
