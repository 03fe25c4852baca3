/**
 * `npm run bench`: the gateway beside a ceiling (bare Fastify), a plain proxy and a naive pass-through, all in one run.
 * Rounds alternate between contestants, so that a machine that is slower for a while is slower for all.
 * `npm run bench -- --rounds 1 --seconds 1` tries it out.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { repositoryRoot } from '../support/repository-root.js';
import { type Field, startField } from './field.js';
import { CONNECTIONS, load } from './load.js';
import { judge, type Mark, markTable, resultTable } from './report.js';
import type { Round } from './scenario.js';
import { listingAnswer } from './upstream-data.js';

const marks: readonly Mark[] = [
  { name: 'kept read / bare Fastify', of: 'kept read: gateway', against: 'kept read: bare Fastify', atLeast: 0.6 },
  {
    name: 'uncached read / naive Nest',
    of: 'uncached read: gateway',
    against: 'uncached read: naive Nest',
    atLeast: 5,
  },
];

/** Seconds of load on each that are not counted: V8 compiles what is hot, and the pools fill. */
const WARM_UP = 3;

const { values: options } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, seconds: { type: 'string', default: '4' } },
});
const rounds = Number(options.rounds);
const seconds = Number(options.seconds);

async function measure(field: Field): Promise<Map<string, Round[]>> {
  const results = new Map<string, Round[]>(field.scenarios.map(({ name }) => [name, []]));
  for (const scenario of field.scenarios) await load(scenario, WARM_UP);
  for (let round = 0; round < rounds; round += 1) {
    // Every other round goes backwards: whoever is first in one is last in the next.
    const order = round % 2 === 0 ? field.scenarios : field.scenarios.toReversed();
    for (const scenario of order) results.get(scenario.name)?.push(await load(scenario, seconds));
    console.error(`round ${round + 1} of ${rounds} is over`);
  }
  return results;
}

async function keep(document: unknown): Promise<string> {
  const folder = join(repositoryRoot, 'bench-results');
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${new Date().toISOString().replaceAll(':', '-')}.json`);
  await writeFile(file, `${JSON.stringify(document, null, 2)}\n`);
  return file;
}

const field = await startField();
const stopEarly = (): void => void field.stop().then(() => process.exit(130));
process.once('SIGINT', stopEarly).once('SIGTERM', stopEarly);
const results = await measure(field).finally(() => field.stop());
const judgements = marks.map((mark) => judge(mark, results));

const machine = { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, node: process.version };
const sizes = {
  connections: CONNECTIONS,
  rounds,
  seconds,
  upstreamListing: listingAnswer.length,
  keptListing: field.keptBytes,
};
console.log(`
${machine.cores} cores (${machine.cpu}), Node ${machine.node}; ${rounds} alternating rounds of ${seconds} s, ${CONNECTIONS} connections.
Listing of 50 files: ${sizes.upstreamListing} bytes upstream, ${sizes.keptListing} bytes from the gateway, which bare Fastify sends too.

${resultTable(results)}

${markTable(judgements)}

The gateway runs with NODE_ENV=production, a real Redis and LOG_LEVEL=warn; every read goes through its keys, scopes and cache.
CPU µs is the processor time of the contestant's process for an answer: where other work shares the machine, trust it more.
The load generator, autocannon, fills a core by itself at about 25,000 req/s: with few cores, ratios mean more than rates.
`);
console.log(
  `Written to ${await keep({ at: new Date().toISOString(), machine, sizes, results: Object.fromEntries(results), marks: judgements })}`,
);
