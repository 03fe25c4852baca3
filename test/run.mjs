/**
 * Runs test suites: `node test/run.mjs unit contract [jest options]`. The results of each suite go to
 * test-results/<suite>.json. `node test/run.mjs tally` adds up these files and prints `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { clearInterval, setInterval } from 'node:timers';

const repositoryFolder = resolve(import.meta.dirname, '..');
const resultsFolder = resolve(repositoryFolder, 'test-results');
/** Seconds that a suite has to exit after all its tests have ended. */
const exitGraceSeconds = 20;

/** Suites that start processes run one file after another: they measure time, and machines may have two cores only. */
const suites = {
  unit: ['--selectProjects', 'unit', '--maxWorkers', '2'],
  contract: ['--selectProjects', 'contract', '--maxWorkers', '2'],
  e2e: ['--selectProjects', 'e2e', '--maxWorkers', '1'],
  browser: ['--selectProjects', 'e2e', '--maxWorkers', '1'],
};

/**
 * Which files of the Jest project `e2e` belong to a suite. Jest runs every file that matches one of its patterns, so a path
 * among the options takes the place of the folder.
 */
const suiteFolders = { e2e: 'test/(e2e|faults)/', browser: 'test/browser/' };

const args = process.argv.slice(2);
const firstOptionIndex = args.findIndex((arg) => !(arg in suites));
const suiteNames = firstOptionIndex < 0 ? args : args.slice(0, firstOptionIndex);
const jestOptions = args.slice(suiteNames.length);
if (args[0] === 'tally') printTally();
else if (suiteNames.length === 0) throw new Error(`Name a suite: ${Object.keys(suites).join(', ')}; or tally.`);
else for (const name of suiteNames) await runSuite(name);

function folderOptions(name) {
  const hasPath = jestOptions.some(
    (option, index) => !option.startsWith('-') && !jestOptions[index - 1]?.startsWith('-'),
  );
  return suiteFolders[name] && !hasPath ? ['--testPathPatterns', suiteFolders[name]] : [];
}

/** Runs one suite. It resolves when the suite fails, too, so that the next suite runs and one run shows all failures. */
function runSuite(name) {
  mkdirSync(resultsFolder, { recursive: true });
  const resultFile = resolve(resultsFolder, `${name}.json`);
  rmSync(resultFile, { force: true });
  // Jest needs this flag of Node for ESM; Node prints a warning in each worker.
  const nodeOptions = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const jest = [resolve(repositoryFolder, 'node_modules/jest/bin/jest.js'), '--json', '--outputFile', resultFile];
  // Jest also prints its JSON to standard output; the readable report is on standard error.
  const child = spawn(
    process.execPath,
    [...nodeOptions, ...jest, ...suites[name], ...folderOptions(name), ...jestOptions],
    {
      cwd: repositoryFolder,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  let interrupted = false;
  const stop = (signal) => {
    interrupted = true;
    child.kill(signal);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const hangTimer = killHungSuite(child, resultFile, name);
  return new Promise((done) => {
    child.once('exit', (code) => {
      process.off('SIGINT', stop).off('SIGTERM', stop);
      clearInterval(hangTimer);
      // A run that died before it wrote its results is a failure.
      if (code !== 0 || !existsSync(resultFile)) process.exitCode = 1;
      if (interrupted) process.exit(1);
      done();
    });
  });
}

/** Kills a suite that has written its results but does not exit because a test left a handle open. It counts as failed. */
function killHungSuite(child, resultFile, name) {
  let seconds = 0;
  return setInterval(() => {
    if (!existsSync(resultFile) || (seconds += 1) < exitGraceSeconds) return;
    console.error(`${name}: a test left a handle open; killed ${exitGraceSeconds} s after the last test.`);
    child.kill('SIGKILL');
  }, 1000);
}

function printTally() {
  const files = existsSync(resultsFolder) ? readdirSync(resultsFolder).filter((file) => file.endsWith('.json')) : [];
  const runs = files.map((file) => JSON.parse(readFileSync(resolve(resultsFolder, file), 'utf8')));
  const sum = (count) => runs.reduce((total, run) => total + count(run), 0);
  const failed = sum((run) => run.numFailedTests + run.numRuntimeErrorTestSuites);
  const skipped = sum((run) => run.numPendingTests + run.numTodoTests);
  if (skipped > 0) console.log(`${skipped} skipped`);
  console.log(`${sum((run) => run.numPassedTests)} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}
