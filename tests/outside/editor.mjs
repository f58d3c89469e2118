// Opens files in the YAML language server, as an editor does, and prints as JSON what it marks in each, and what it shows over a word.
// Called with a folder, a word to point at in the first file, and the files.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, word, ...files] = process.argv.slice(2);
const home = dirname(createRequire(import.meta.url).resolve("yaml-language-server/package.json"));
const server = spawn(process.execPath, [join(home, "bin", "yaml-language-server"), "--stdio"], { stdio: ["pipe", "pipe", "ignore"] });
const settings = { validate: true, hover: true, schemaStore: { enable: false } };
const waiting = new Map();
const marked = {};
let unread = Buffer.alloc(0);
let last = 0;
let allMarked;
const done = new Promise((ready) => (allMarked = ready));

function send(message) {
  const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
  server.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
  server.stdin.write(body);
}

function ask(method, params) {
  return new Promise((answered) => {
    last += 1;
    waiting.set(last, answered);
    send({ id: last, method, params });
  });
}

function hear({ id, method, params, result }) {
  if (id !== undefined && method === "workspace/configuration") send({ id, result: params.items.map(() => settings) });
  else if (id !== undefined && method) send({ id, result: null });
  else if (id !== undefined) waiting.get(id)?.(result);
  else if (method === "textDocument/publishDiagnostics") {
    marked[params.uri] = params.diagnostics.map(({ range, message }) => [range.start.line + 1, message]);
    if (Object.keys(marked).length === files.length) allMarked();
  }
}

server.stdout.on("data", (data) => {
  unread = Buffer.concat([unread, data]);
  for (let end = unread.indexOf("\r\n\r\n"); end >= 0; end = unread.indexOf("\r\n\r\n")) {
    const length = Number(/Content-Length: (\d+)/.exec(unread.subarray(0, end))[1]);
    if (unread.length < end + 4 + length) return;
    hear(JSON.parse(unread.subarray(end + 4, end + 4 + length)));
    unread = unread.subarray(end + 4 + length);
  }
});

const uri = (file) => pathToFileURL(resolve(folder, file)).href;
const text = (file) => readFileSync(resolve(folder, file), "utf8");
await ask("initialize", { processId: null, rootUri: pathToFileURL(folder).href, capabilities: { workspace: { configuration: true } } });
send({ method: "initialized", params: {} });
send({ method: "workspace/didChangeConfiguration", params: { settings: { yaml: settings } } });
for (const file of files) {
  send({ method: "textDocument/didOpen", params: { textDocument: { uri: uri(file), languageId: "yaml", version: 1, text: text(file) } } });
}
await done;
const lines = text(files[0]).split("\n");
const line = lines.findIndex((one) => one.trimStart().startsWith(word));
const hover = await ask("textDocument/hover", { textDocument: { uri: uri(files[0]) }, position: { line, character: lines[line].indexOf(word) + 1 } });
server.kill();
process.stdout.write(JSON.stringify({ marked: files.map((file) => marked[uri(file)]), hover: hover?.contents?.value ?? "" }));
