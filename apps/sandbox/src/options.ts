import { createControlToken } from './control/control-token.js';
import { EnvironmentReader, omitUndefined, SettingsError, type Environment } from './environment.js';

/** All options of a sandbox. Durations are in milliseconds unless the name has another unit. */
export interface SandboxOptions {
  readonly host: string;
  /** Host name in the URLs that the sandbox returns. Undefined: `host`, or loopback when `host` is a wildcard. */
  readonly publicHost: string | undefined;
  /** 0: a free port. */
  readonly port: number;
  /** 0: a free port. Undefined: `port` + 1, or a free port when `port` is 0. */
  readonly objectStorePort: number | undefined;
  /** Whether the object store lets pages of this machine read its responses (CORS), as a bucket with such a rule does. */
  readonly objectStoreCors: boolean;
  readonly appId: string;
  readonly appSecret: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Folder for the bytes of files. Undefined: a temporary folder, which `close` removes. */
  readonly dataFolder: string | undefined;
  /** The control API requires it. Default: a random one. */
  readonly controlToken: string;
  /** Seed of the generated ids and of faults with a probability. */
  readonly seed: number;
  /** Gives each success a random deviation from the contract, from the start on. Undefined: none. */
  readonly deviationSeed: number | undefined;
  /** Origins that the sign-in page may redirect to, in addition to loopback. */
  readonly redirectOrigins: readonly string[];
  readonly appToken: AppTokenOptions;
  readonly session: SessionOptions;
  readonly signature: SignatureOptions;
  readonly quirks: QuirkOptions;
  readonly jobs: JobOptions;
  readonly drive: DriveOptions;
  /** Max number of calls in the ledger. */
  readonly ledgerSize: number;
  /** Receives each secret that the sandbox issues, so that a test can search a caller's output for leaked secrets. */
  readonly onSecret: SecretListener;
}

/** `signature` is the signature of a pre-signed URL. Some callers are allowed to pass such a URL on. */
export type SecretListener = (kind: 'token' | 'session-id' | 'code' | 'signature', secret: string) => void;

export interface AppTokenOptions {
  readonly expiresInSeconds: number;
  readonly mintDelayMs: number;
}

export interface SessionOptions {
  /** A KooDrive session token expires when it is not used for this time (documented: 20 minutes). */
  readonly idleMs: number;
  /** Whether the old token stays valid after a refresh, until it expires. Not documented by KooDrive. */
  readonly oldTokenSurvivesRefresh: boolean;
  /** Whether an expired token can still be refreshed. Not documented by KooDrive. */
  readonly refreshAfterExpiry: boolean;
  /** Whether a second refresh with one token is rejected and ends the KooDrive session. Not documented by KooDrive. */
  readonly refreshOncePerToken: boolean;
}

export interface SignatureOptions {
  /** Max age of X-Date (documented: 15 minutes). */
  readonly maxAgeMs: number;
  /** How far X-Date may be in the future. */
  readonly futureSkewMs: number;
}

export interface QuirkOptions {
  /** Return KooDrive session tokens as `Bearer+...`, as the older examples of the reference do. */
  readonly bearerPlus: boolean;
  /** Respond to a rejected signature with the error shape of API Gateway. */
  readonly apiGatewayErrors: boolean;
}

/** Durations of batch jobs, in virtual time. */
export interface JobOptions {
  readonly waitMs: number;
  readonly perFileMs: number;
}

export interface DriveOptions {
  /** Listings return half pages, and an empty last page. The contract allows both. */
  readonly shortPages: boolean;
  /** An upload is complete at once when the store already has bytes with its SHA-256. */
  readonly instantUpload: boolean;
}

/** Options of which any member may be omitted. */
export type SandboxSettings = {
  readonly [K in keyof SandboxOptions]?: SandboxOptions[K] extends readonly unknown[] | SecretListener
    ? SandboxOptions[K]
    : SandboxOptions[K] extends object
      ? Partial<SandboxOptions[K]>
      : SandboxOptions[K];
};

/** A public default: it protects nothing, as the sandbox holds only test data. */
export const defaultClientSecret = 'sandbox-client-secret';

/** The port of a sandbox that runs by itself. */
const defaultPort = 3900;

const defaults: Omit<SandboxOptions, 'controlToken'> = {
  host: '127.0.0.1',
  publicHost: undefined,
  port: 0,
  objectStorePort: undefined,
  objectStoreCors: true,
  appId: 'sandbox-app',
  appSecret: 'sandbox-app-secret',
  clientId: 'sandbox-client',
  clientSecret: defaultClientSecret,
  dataFolder: undefined,
  seed: 1,
  deviationSeed: undefined,
  redirectOrigins: [],
  appToken: { expiresInSeconds: 1800, mintDelayMs: 0 },
  session: {
    idleMs: 20 * 60_000,
    oldTokenSurvivesRefresh: false,
    refreshAfterExpiry: false,
    refreshOncePerToken: false,
  },
  signature: { maxAgeMs: 15 * 60_000, futureSkewMs: 0 },
  quirks: { bearerPlus: false, apiGatewayErrors: false },
  jobs: { waitMs: 100, perFileMs: 50 },
  drive: { shortPages: false, instantUpload: false },
  ledgerSize: 10_000,
  onSecret: () => undefined,
};

/** Fills omitted settings with defaults. */
export function completeOptions(settings: SandboxSettings = {}): SandboxOptions {
  return Object.freeze({
    ...defaults,
    ...settings,
    controlToken: settings.controlToken ?? createControlToken(),
    appToken: { ...defaults.appToken, ...settings.appToken },
    session: { ...defaults.session, ...settings.session },
    signature: { ...defaults.signature, ...settings.signature },
    quirks: { ...defaults.quirks, ...settings.quirks },
    jobs: { ...defaults.jobs, ...settings.jobs },
    drive: { ...defaults.drive, ...settings.drive },
  });
}

/**
 * Reads settings from the variables that begin with SANDBOX_. An empty variable counts as unset.
 * @throws SettingsError when a value is wrong
 */
export function parseSettings(environment: Environment): SandboxSettings {
  const reader = new EnvironmentReader(environment);
  const settings: SandboxSettings = {
    port: defaultPort,
    ...omitUndefined({
      host: reader.text('HOST'),
      publicHost: reader.text('PUBLIC_HOST'),
      port: reader.number('PORT', 65_535),
      objectStorePort: reader.number('OBJECT_STORE_PORT', 65_535),
      objectStoreCors: reader.flag('OBJECT_STORE_CORS'),
      appId: reader.text('APP_ID'),
      appSecret: reader.text('APP_SECRET'),
      clientId: reader.text('CLIENT_ID'),
      clientSecret: reader.text('CLIENT_SECRET'),
      dataFolder: reader.text('DATA'),
      controlToken: reader.urlSafeSecret('CONTROL_TOKEN'),
      seed: reader.number('SEED', 2 ** 32 - 1),
      deviationSeed: reader.number('DEVIATION_SEED', 2 ** 32 - 1),
      redirectOrigins: reader.origins('REDIRECT_ORIGINS'),
    }),
    appToken: omitUndefined({
      expiresInSeconds: reader.number('APP_TOKEN_EXPIRES_IN', 31_536_000),
      mintDelayMs: reader.number('APP_TOKEN_DELAY_MS', 600_000),
    }),
    session: omitUndefined({
      oldTokenSurvivesRefresh: reader.flag('OLD_TOKEN_SURVIVES_REFRESH'),
      refreshAfterExpiry: reader.flag('REFRESH_AFTER_LAPSE'),
      refreshOncePerToken: reader.flag('REFRESH_ONCE_PER_TOKEN'),
    }),
    jobs: omitUndefined({
      waitMs: reader.number('JOB_WAIT_MS', 600_000),
      perFileMs: reader.number('JOB_FILE_MS', 600_000),
    }),
    drive: omitUndefined({ shortPages: reader.flag('SHORT_PAGES'), instantUpload: reader.flag('INSTANT_UPLOAD') }),
    quirks: omitUndefined({ bearerPlus: reader.flag('BEARER_PLUS'), apiGatewayErrors: reader.flag('GATEWAY_ERRORS') }),
  };
  if (reader.mistakes.length > 0) throw new SettingsError(reader.mistakes);
  return settings;
}

/**
 * Reads the settings of a sandbox that runs by itself from process.env.
 * @throws SettingsError, which lists all wrong values
 */
export function readSettingsFromEnvironment(): SandboxSettings {
  return parseSettings(process.env);
}
