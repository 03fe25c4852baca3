import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';
import { ensureProgram } from './system-programs.mjs';

/** A browser that talks to nobody but the page under test. */
const flags = [
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
const LAUNCH_TIMEOUT = 30_000;

/** The machine's own Chromium with a fresh profile, which is removed with it. */
export interface Browser {
  readonly context: BrowserContext;
  close(): Promise<void>;
}

export async function startChromium(): Promise<Browser> {
  const executablePath = ensureProgram('chromium');
  const profile = await mkdtemp(join(tmpdir(), 'koodrive-chromium-'));
  const remove = (): Promise<void> => rm(profile, { recursive: true, force: true, maxRetries: 5 });
  try {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath,
      args: flags,
      timeout: LAUNCH_TIMEOUT,
    });
    return { context, close: () => context.close().finally(remove) };
  } catch (cause) {
    await remove();
    throw new Error(`${executablePath} did not start: ${String(cause)}`, { cause });
  }
}
