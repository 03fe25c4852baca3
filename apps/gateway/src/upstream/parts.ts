import { hkdfSync } from 'node:crypto';
import { AccessTokens, HttpTokenMinter, Vault } from '#access-token';
import { AnswerCache } from '#cache';
import { ApiKeyRegistry, ApiKeyStrategy, OpenIdProvider } from '#callers';
import type { Configuration, EncryptionSettings, OpenIdSettings, RemoteUpstream } from '#config';
import { createKooDriveClient, createObjectStore } from '#koodrive';
import { type Clock, createStore, type Store, systemClock } from '#store';
import { AuditLog, createLogger, Metrics, openAuditStream } from '#telemetry';
import { BrowserSessions } from './browser-sessions.js';
import { noCredential } from './given-token.js';
import { RateLimits } from '../http/rate-limit/rate-limits.js';
import { redisForCounts } from '../http/rate-limit/redis-for-counts.js';
import { jsonWebTokens } from './json-web-tokens.js';
import { observe } from './observe.js';
import { SessionsInUse } from './sessions-in-use.js';
import { UpstreamSessionRefresher } from './upstream-session-refresher.js';

/** Where lines of the log go in place of standard output. */
export interface LogStream {
  write(line: string): void;
}

/** What the gateway is built on, made once for each process. */
export type Parts = Awaited<ReturnType<typeof createParts>>;

/** In the order in which one needs the other. */
export async function createParts(
  configuration: Configuration,
  upstream: RemoteUpstream,
  clock: Clock = systemClock,
  log?: LogStream,
) {
  const { encryption, store: storeSettings, telemetry, callers, cache: cacheSettings } = configuration;
  const logger = createLogger(telemetry.logLevel, log);
  const metrics = new Metrics();
  const auditStream = openAuditStream(telemetry.auditLog, (error) => logger.error({ err: error }, 'audit log'));
  const audit = new AuditLog(auditStream);
  const keys = await ApiKeyRegistry.open(callers.apiKeysFile, {
    onProblem: (error) => logger.error({ err: error }, 'file of API keys'),
  });
  const tokens = callers.jwt && jsonWebTokens(callers.jwt, logger);
  const store = await createStore({ redisUrl: storeSettings.redisUrl?.reveal(), clock });
  const counts = storeSettings.redisUrl && redisForCounts(storeSettings.redisUrl.reveal());
  const vault = new Vault(encryption.keys);
  const connection = { connections: configuration.upstream.connections };
  const minter = upstream.appToken && minterOf(upstream.appToken);
  const browsers = new BrowserSessions(configuration, { store, vault, clock });
  const upstreamClient = wayToKooDrive(configuration, upstream, { store, vault, clock, minter, metrics, browsers });
  const objects = createObjectStore({ origins: upstream.objectStoreOrigins, ...connection });
  // Keys that only this run knows would make the second tier unreadable to every other instance.
  const seal = encryption.temporary ? undefined : vault;
  const cache = new AnswerCache({ store, memoryBytes: cacheSettings.memoryBytes, seal });
  await cache.start();
  return {
    logger,
    metrics,
    audit,
    counts,
    rateLimits: new RateLimits(configuration.rateLimits, counts),
    auditStream,
    keys,
    tokens,
    strategies: [browsers.strategy, new ApiKeyStrategy(keys), ...(tokens ? [tokens.strategy] : [])],
    store,
    vault,
    minter,
    browsers,
    openId: openIdProvider(configuration.sessions.openId, clock),
    ...upstreamClient,
    objects,
    cache,
  };
}

/** The client and the credentials it calls with. */
function wayToKooDrive(
  { encryption, server, sessions, upstream: { connections } }: Configuration,
  upstream: RemoteUpstream,
  { store, vault, clock, minter, metrics, browsers }: WayParts,
) {
  // Tokens of sessions are renewed by a call of the client, and the client's calls need those tokens: the calls by which
  // credentials are made go the same way without any.
  const bare = createKooDriveClient({
    baseUrl: upstream.baseUrl,
    credentials: noCredential,
    cursorKeys: cursorKeys(encryption),
    timeoutMs: server.requestTimeoutMs,
    connection: { connections },
    observer: observe(metrics),
  });
  const credentials = new AccessTokens({
    store,
    vault,
    minter,
    app: upstream.app && signerOf(upstream.app),
    refresher: new UpstreamSessionRefresher(bare),
    onSessionEnded: (principal) => {
      sessionsInUse.ended(principal);
      // With the store away it lasts until the next call finds that it has no token.
      browsers.sessions.end(principal.userId, principal.sessionId).catch(() => undefined);
    },
    clock,
  });
  const sessionsInUse = new SessionsInUse(credentials, { idleMs: sessions.idleMs, clock });
  return { credentials, sessionsInUse, koodrive: bare.withCredentials(credentials) };
}

interface WayParts {
  readonly store: Store;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly minter: HttpTokenMinter | undefined;
  readonly metrics: Metrics;
  readonly browsers: BrowserSessions;
}

/** Ends what createParts began; the store last, since the others still write to it. */
export async function closeParts(parts: Parts): Promise<void> {
  parts.keys.close();
  parts.sessionsInUse.close();
  await Promise.all([
    parts.koodrive.close(),
    parts.objects.close(),
    parts.minter?.close(),
    parts.tokens?.close(),
    parts.openId?.close(),
  ]);
  await parts.cache.close();
  parts.counts?.close();
  await parts.store.close();
  parts.auditStream.close();
}

function openIdProvider(settings: OpenIdSettings | undefined, clock: Clock): OpenIdProvider | undefined {
  return settings && new OpenIdProvider({ ...settings, clientSecret: settings.clientSecret.reveal() }, clock);
}

function minterOf({ url, clientId, clientSecret }: NonNullable<RemoteUpstream['appToken']>): HttpTokenMinter {
  return new HttpTokenMinter({ url, clientId, clientSecret: clientSecret.reveal() });
}

function signerOf({ id, secret }: NonNullable<RemoteUpstream['app']>): { appId: string; appSecret: string } {
  return { appId: id, appSecret: secret.reveal() };
}

/** Keys of their own for cursors, made of the encryption keys: a cursor then opens on every instance. */
function cursorKeys({ keys }: EncryptionSettings): [Uint8Array, ...Uint8Array[]] {
  const [first, ...others] = keys;
  const derive = ({ key }: (typeof keys)[number]): Uint8Array =>
    new Uint8Array(hkdfSync('sha256', key, Buffer.alloc(0), 'koodrive-gateway cursor', 32));
  return [derive(first), ...others.map(derive)];
}
