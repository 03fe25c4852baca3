/**
 * Runs suites: `node test/run.mjs unit contract [jest options]`. Keeps what each found in test-results/<suite>.json.
 * `node test/run.mjs tally` adds up what is kept there and prints `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { clearInterval, setInterval } from 'node:timers';

const root = resolve(import.meta.dirname, '..');
/** Seconds that a suite has for ending, once all its tests are over. */
const patience = 20;
const results = resolve(root, 'test-results');

/** Suites with processes of their own run one file after another: two cores are few, and they measure time. */
const suites = {
  unit: ['--selectProjects', 'unit', '--maxWorkers', '2'],
  contract: ['--selectProjects', 'contract', '--maxWorkers', '2'],
  e2e: ['--selectProjects', 'e2e', '--maxWorkers', '1', '--testPathPatterns', 'test/(e2e|faults)/'],
  browser: ['--selectProjects', 'e2e', '--maxWorkers', '1', '--testPathPatterns', 'test/browser/'],
};

const words = process.argv.slice(2);
const firstOption = words.findIndex((word) => !(word in suites));
const names = firstOption < 0 ? words : words.slice(0, firstOption);
const options = words.slice(names.length);
if (words[0] === 'tally') tally();
else if (names.length === 0) throw new Error(`Name a suite: ${Object.keys(suites).join(', ')}; or tally.`);
else for (const name of names) await run(name);

/** A suite that fails does not keep the next from running: one run shows all that is wrong. */
function run(name) {
  mkdirSync(results, { recursive: true });
  const kept = resolve(results, `${name}.json`);
  rmSync(kept, { force: true });
  // ESM under Jest stands behind a flag of Node's, which warns once in each worker.
  const node = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const jest = [resolve(root, 'node_modules/jest/bin/jest.js'), '--json', '--outputFile', kept];
  // Jest prints its JSON to standard output as well: the report for people is on the other stream.
  const child = spawn(process.execPath, [...node, ...jest, ...suites[name], ...options], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let interrupted = false;
  const stop = (signal) => {
    interrupted = true;
    child.kill(signal);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const watch = endWhereItHangs(child, kept, name);
  return new Promise((done) => {
    child.once('exit', (code) => {
      process.off('SIGINT', stop).off('SIGTERM', stop);
      clearInterval(watch);
      // A run that died before it could report must not count as nothing.
      if (code !== 0 || !existsSync(kept)) process.exitCode = 1;
      if (interrupted) process.exit(1);
      done();
    });
  });
}

/** A suite that leaves something open has reported, but does not end: it is ended, and counts as failed. */
function endWhereItHangs(child, kept, name) {
  let seconds = 0;
  return setInterval(() => {
    if (!existsSync(kept) || (seconds += 1) < patience) return;
    console.error(`${name}: a test left something open; ended ${patience} s after the last one.`);
    child.kill('SIGKILL');
  }, 1000);
}

function tally() {
  const files = existsSync(results) ? readdirSync(results).filter((file) => file.endsWith('.json')) : [];
  const runs = files.map((file) => JSON.parse(readFileSync(resolve(results, file), 'utf8')));
  const sum = (count) => runs.reduce((total, each) => total + count(each), 0);
  const failed = sum((each) => each.numFailedTests + each.numRuntimeErrorTestSuites);
  const skipped = sum((each) => each.numPendingTests + each.numTodoTests);
  if (skipped > 0) console.log(`${skipped} skipped`);
  console.log(`${sum((each) => each.numPassedTests)} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}
