import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';
import { ensureProgram } from './system-programs.mjs';

/** Flags with which Chromium sends no requests of its own, only those of the page under test. */
const chromiumFlags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const launchTimeoutMs = 30_000;

/** The Chromium of the machine, with a new profile that close() removes. */
export interface ChromiumBrowser {
  readonly context: BrowserContext;
  close(): Promise<void>;
}

/** @param args further flags of the command line */
export async function startChromium(args: readonly string[] = []): Promise<ChromiumBrowser> {
  const executablePath = ensureProgram('chromium');
  const profile = await mkdtemp(join(tmpdir(), 'koodrive-chromium-'));
  const removeProfile = (): Promise<void> => rm(profile, { recursive: true, force: true, maxRetries: 5 });
  try {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath,
      args: [...chromiumFlags, ...args],
      timeout: launchTimeoutMs,
    });
    return { context, close: () => context.close().finally(removeProfile) };
  } catch (cause) {
    await removeProfile();
    throw new Error(`${executablePath} did not start: ${String(cause)}`, { cause });
  }
}
