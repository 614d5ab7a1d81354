// Measures a peer, PouchDB with express-pouchdb, leveldb on both sides; prints one JSON line of seconds.
//
//   node sync_peer_pouch.mjs HOME RECORDS BYTES CHANGED BATCH
//
// HOME is a folder whose node_modules hold pouchdb, express-pouchdb and express. The server runs in a child
// process, as ours does; the child is this script with HOME and the word "serve".
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';

const [home, ...rest] = process.argv.slice(2);
const need = createRequire(join(resolve(home), 'package.json'));
const PouchDB = need('pouchdb');

function serve(folder) {
  process.chdir(folder);
  const Served = PouchDB.defaults({ prefix: `${folder}/` });
  const app = need('express')();
  app.use('/', need('express-pouchdb')(Served, { inMemoryConfig: true, logPath: join(folder, 'server.log') }));
  const server = app.listen(0, '127.0.0.1', () => console.log(server.address().port));
}

function start(folder) {
  const child = spawn(process.execPath, [process.argv[1], home, 'serve', folder], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return new Promise((done, failed) => {
    child.stdout.once('data', (line) => done([child, `http://127.0.0.1:${Number(line)}/records`]));
    child.once('exit', () => failed(new Error("the peer's server does not start")));
  });
}

async function timed(work) {
  const begun = performance.now();
  const result = await work();
  if (!result.ok || result.errors.length) throw new Error(`replication failed: ${result.errors[0]}`);
  return (performance.now() - begun) / 1000;
}

const text = (size) => randomBytes(size).toString('hex').slice(0, size);

async function measure(url, folder, records, size, changed, batch) {
  const options = { batch_size: batch };
  const first = new PouchDB(join(folder, 'first'));
  const second = new PouchDB(join(folder, 'second'));
  await first.bulkDocs(Array.from({ length: records }, () => ({ _id: text(32), text: text(size) })));
  const figures = { up: await timed(() => first.replicate.to(url, options)) };
  figures.down = await timed(() => second.replicate.from(url, options));
  const { doc_count } = await second.info();
  if (doc_count !== records) throw new Error(`${doc_count} documents arrived`);
  const { rows } = await first.allDocs({ limit: changed, include_docs: true });
  await first.bulkDocs(rows.map(({ doc }) => ({ ...doc, text: text(size) })));
  figures.few_up = await timed(() => first.replicate.to(url, options));
  figures.few_down = await timed(() => second.replicate.from(url, options));
  return figures;
}

async function main(numbers) {
  const folder = mkdtempSync(join(tmpdir(), 'pouch-'));
  const [child, url] = await start(mkdtempSync(join(folder, 'server-')));
  try {
    const about = JSON.parse(readFileSync(join(home, 'node_modules', 'pouchdb', 'package.json'), 'utf8'));
    const figures = await measure(url, folder, ...numbers);
    console.log(JSON.stringify({ peer: `PouchDB ${about.version}`, ...figures }));
  } finally {
    child.removeAllListeners('exit');
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  }
  process.exit(0);
}

if (rest[0] === 'serve') serve(rest[1]);
else await main(rest.map(Number));
