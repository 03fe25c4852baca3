/**
 * The system programs that tests need: a Redis server, nginx, a browser, and curl (for the examples in the documents). They are
 * found on PATH, or installed once by apt-get on Debian as root. Otherwise an error says what to do; no test is skipped
 * silently.
 *
 * As a script, `node test/support/system-programs.mjs redis chromium` installs each program before a test run, so that
 * test workers do not install it concurrently.
 */
import { execFileSync } from 'node:child_process';
import { accessSync, constants, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const installTimeoutMs = 10 * 60_000;

const programs = {
  redis: {
    names: ['redis-server', 'valkey-server'],
    package: 'redis-server',
    override: undefined,
    advice: 'install redis-server (or valkey-server) so that it is on PATH',
  },
  chromium: {
    names: ['chromium', 'chromium-browser', 'google-chrome'],
    package: 'chromium',
    override: 'CHROMIUM_PATH',
    advice: 'install chromium so that it is on PATH, or set CHROMIUM_PATH to one',
  },
  nginx: {
    names: ['nginx'],
    package: 'nginx-light',
    override: undefined,
    advice: 'install nginx so that it is on PATH',
  },
  curl: {
    names: ['curl'],
    package: 'curl',
    override: undefined,
    advice: 'install curl so that it is on PATH',
  },
};

const isExecutable = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The path of the program: of the first of its names that is on PATH; undefined if none is. */
export function findProgram(key) {
  const { names, override } = programs[key];
  const configuredPath = override && process.env[override];
  if (configuredPath) return configuredPath;
  // The PATH of a login often lacks sbin, where daemons may be installed.
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/sbin', '/usr/local/bin'];
  for (const name of names) {
    const path = folders.map((folder) => join(folder || '.', name)).find(isExecutable);
    if (path) return path;
  }
  return undefined;
}

/** Finds a program, or installs it. @throws Error that says what to do if neither is possible */
export function ensureProgram(key) {
  const existing = findProgram(key);
  if (existing) return existing;
  if (process.getuid?.() !== 0 || !isExecutable('/usr/bin/apt-get')) {
    throw new Error(`The tests need ${programs[key].names[0]}, which is not on this machine: ${programs[key].advice}.`);
  }
  installByApt(key);
  const installed = findProgram(key);
  if (!installed)
    throw new Error(`apt-get installed ${programs[key].package}, yet it is not on PATH: ${programs[key].advice}.`);
  return installed;
}

function installByApt(key) {
  const aptGet = (...args) =>
    execFileSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=300', ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: installTimeoutMs,
    });
  console.error(`Installing ${programs[key].package} by apt-get.`);
  try {
    aptGet('update');
    aptGet('install', '-y', '--no-install-recommends', programs[key].package);
  } catch (cause) {
    throw new Error(`apt-get could not install ${programs[key].package}: ${programs[key].advice}.`, { cause });
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    for (const key of process.argv.slice(2)) {
      if (!(key in programs))
        throw new Error(`Unknown program "${key}": known are ${Object.keys(programs).join(', ')}.`);
      ensureProgram(key);
    }
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
