// The least that a page can cost: a bare Node server that asks the database the same and sends the same bytes. Takes the
// file with the pages and the port.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { Pool } from "pg";

const [, , file = "", port] = process.argv;
const pages = JSON.parse(readFileSync(file, "utf8"));
const names = new Map();
const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 8 });

for (const page of Object.values(pages)) {
  page.body = Buffer.from(page.body, "base64");
  for (const query of page.queries) {
    if (!query.isNamed) continue;
    if (!names.has(query.text)) names.set(query.text, `statement ${names.size}`);
    query.name = names.get(query.text);
  }
}

async function ask(queries) {
  const client = await pool.connect();
  for (const { text, values, name } of queries)
    await (values.length > 0 ? client.query({ text, values, name }) : client.query(text));
  client.release();
}

createServer(async ({ url }, response) => {
  const page = pages[url];
  if (!page) return response.writeHead(404).end();
  if (page.queries.length > 0) await ask(page.queries);
  response.writeHead(200, {
    "content-type": "text/html; charset=utf-8",
    "content-encoding": "zstd",
    "content-length": page.body.length,
  });
  response.end(page.body);
}).listen(Number(port), "localhost");
process.on("SIGTERM", () => process.exit(0));
