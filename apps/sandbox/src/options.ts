import { settingsFrom } from './environment.js';

/** Everything that can be set about a sandbox. Times in milliseconds unless the name says otherwise. */
export interface SandboxOptions {
  readonly host: string;
  /** Name of this machine in the addresses handed out; undefined is `host`, or loopback when that is a wildcard. */
  readonly publicHost: string | undefined;
  /** 0 takes a free port. */
  readonly port: number;
  /** 0 takes a free port; undefined is `port` + 1, or a free port when `port` is 0. */
  readonly objectStorePort: number | undefined;
  readonly appId: string;
  readonly appSecret: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where bytes of files go; undefined is a temporary folder that is removed at the end. */
  readonly dataFolder: string | undefined;
  /** When set, the control API wants it as `x-sandbox-token`. */
  readonly controlToken: string | undefined;
  /** Seed of everything random: ids made, faults with a probability. */
  readonly seed: number;
  /** Origins that the sign-in page may redirect to, beside loopback. */
  readonly redirectOrigins: readonly string[];
  readonly appToken: AppTokenOptions;
  readonly session: SessionOptions;
  readonly signature: SignatureOptions;
  readonly quirks: QuirkOptions;
  readonly jobs: JobOptions;
  readonly drive: DriveOptions;
  /** How many calls the ledger remembers. */
  readonly ledgerSize: number;
  /** Hears of each secret that is handed out: whoever tests a caller can search for them where they must not be. */
  readonly onSecret: SecretListener;
}

/** `signature` is that of a pre-signed address, which some callers hand on by right. */
export type SecretListener = (kind: 'token' | 'session-id' | 'code' | 'signature', secret: string) => void;

export interface AppTokenOptions {
  readonly expiresInSeconds: number;
  readonly mintDelayMs: number;
}

export interface SessionOptions {
  /** A session token lapses when it was not used for so long (documented: 20 minutes). */
  readonly idleMs: number;
  /** Undocumented upstream: whether the token before a refresh stays good until it lapses. */
  readonly oldTokenSurvivesRefresh: boolean;
  /** Undocumented upstream: whether a token that has lapsed may still be refreshed. */
  readonly refreshAfterLapse: boolean;
  /** Undocumented upstream: whether showing a token for a second refresh is refused and ends the whole session. */
  readonly refreshOncePerToken: boolean;
}

export interface SignatureOptions {
  /** How old X-Date may be (documented: 15 minutes). */
  readonly maxAgeMs: number;
  /** How far X-Date may lie in the future. */
  readonly futureSkewMs: number;
}

export interface QuirkOptions {
  /** Session tokens are printed `Bearer+...`, as the older examples do. */
  readonly bearerPlus: boolean;
  /** A refused signature is answered in API Gateway's error shape. */
  readonly gatewayErrors: boolean;
}

/** How long batch jobs take, in virtual time. */
export interface JobOptions {
  readonly waitMs: number;
  readonly perFileMs: number;
}

export interface DriveOptions {
  /** Listings answer half pages, and an empty page at the end, as the contract allows. */
  readonly shortPages: boolean;
  /** Uploads whose bytes are known by their SHA-256 are complete at once. */
  readonly instantUpload: boolean;
}

/** Options as a caller gives them: any part may be left out. */
export type SandboxSettings = {
  readonly [K in keyof SandboxOptions]?: SandboxOptions[K] extends readonly unknown[] | SecretListener
    ? SandboxOptions[K]
    : SandboxOptions[K] extends object
      ? Partial<SandboxOptions[K]>
      : SandboxOptions[K];
};

/** Known to everybody, as is the sandbox. */
export const DEFAULT_CLIENT_SECRET = 'sandbox-client-secret';

const defaults: SandboxOptions = {
  host: '127.0.0.1',
  publicHost: undefined,
  port: 0,
  objectStorePort: undefined,
  appId: 'sandbox-app',
  appSecret: 'sandbox-app-secret',
  clientId: 'sandbox-client',
  clientSecret: DEFAULT_CLIENT_SECRET,
  dataFolder: undefined,
  controlToken: undefined,
  seed: 1,
  redirectOrigins: [],
  appToken: { expiresInSeconds: 1800, mintDelayMs: 0 },
  session: {
    idleMs: 20 * 60_000,
    oldTokenSurvivesRefresh: false,
    refreshAfterLapse: false,
    refreshOncePerToken: false,
  },
  signature: { maxAgeMs: 15 * 60_000, futureSkewMs: 0 },
  quirks: { bearerPlus: false, gatewayErrors: false },
  jobs: { waitMs: 100, perFileMs: 50 },
  drive: { shortPages: false, instantUpload: false },
  ledgerSize: 10_000,
  onSecret: () => undefined,
};

/** Settings with every gap filled by its default. */
export function completeOptions(settings: SandboxSettings = {}): SandboxOptions {
  return Object.freeze({
    ...defaults,
    ...settings,
    appToken: { ...defaults.appToken, ...settings.appToken },
    session: { ...defaults.session, ...settings.session },
    signature: { ...defaults.signature, ...settings.signature },
    quirks: { ...defaults.quirks, ...settings.quirks },
    jobs: { ...defaults.jobs, ...settings.jobs },
    drive: { ...defaults.drive, ...settings.drive },
  });
}

/** Settings of a sandbox that is started by itself. Throws SettingsError, which names every mistake. */
export function readSettings(): SandboxSettings {
  return settingsFrom(process.env);
}
