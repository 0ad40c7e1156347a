// Replaces "server-only", which can be imported in server components only.
export {};
