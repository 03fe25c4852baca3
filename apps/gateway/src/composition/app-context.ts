import { hkdfSync } from 'node:crypto';
import { AccessTokens, HttpTokenMinter, KooDriveSessionKeepAlive, type KooDriveSessionPrincipal } from '#access-token';
import { ResponseCache } from '#cache';
import {
  ApiKeyRegistry,
  ApiKeyStrategy,
  type AuthenticationStrategy,
  BrowserAuthentication,
  BudgetLedger,
  OpenIdProvider,
} from '#callers';
import type { Configuration, EncryptionSettings, OpenIdSettings, RemoteUpstream } from '#config';
import { createKooDriveClient, createObjectStore, noCredential, type ObjectStore } from '#koodrive';
import { type Clock, createStores, type Store, type Stores, systemClock } from '#store';
import { AuditLog, createLogger, DependencyMonitor, Metrics, openAuditStream } from '#telemetry';
import { Vault } from '#vault';
import { RateLimiter } from '../http/rate-limit/rate-limiter.js';
import { connectRateLimitRedis } from '../http/rate-limit/rate-limit-redis.js';
import { SignInOrigins } from '../upstream/sign-in-origins.js';
import { createAskKooDrive } from './ask-koodrive.js';
import { reportFetch, reportObjectStoreRequest } from './dependency-reports.js';
import { createJwtAuthentication, type JwtAuthentication } from './jwt-authentication.js';
import { logMemoryPolicy } from './log-memory-policy.js';
import { logMissingInstances } from './log-missing-instances.js';
import { createUpstreamObserver, observeMinter, observeRefresher } from './metrics-observers.js';
import { HttpKooDriveSessionRefresher } from './http-koodrive-session-refresher.js';

/** Receives the lines of the log in place of standard output. */
export interface LogStream {
  write(line: string): void;
}

/**
 * A transfer uses a connection for hours, a call of KooDrive's API for milliseconds. By default these are 256 connections for
 * downloads and 256 for uploads, ten times the budget of one caller.
 */
const objectStoreConnectionsFactor = 4;

/** The objects that the gateway is built on, created once for each process. */
export type AppContext = Awaited<ReturnType<typeof createAppContext>>;

/** Creates the objects in the order of their dependencies. @throws ConfigurationError, ApiKeyFileError */
export async function createAppContext(
  configuration: Configuration,
  upstream: RemoteUpstream,
  clock: Clock = systemClock,
  log?: LogStream,
) {
  const telemetry = createTelemetry(configuration.telemetry, log);
  const { metrics, dependencies } = telemetry;
  const credentialVerifiers = await createCredentialVerifiers(configuration.callers, telemetry);
  const { stores, rateLimitRedis } = await connectStores(configuration.store, clock, telemetry);
  const { store } = stores;
  const budgetLedger = new BudgetLedger(store, (budget, outcome) => metrics.recordCallerBudget(budget, outcome));
  const vault = new Vault(configuration.encryption.keys);
  const tokenMinter = upstream.appToken && createTokenMinter(upstream.appToken);
  const shared = { store, vault, clock };
  const askKooDrive = createAskKooDrive(() => upstreamClient.koodrive);
  const browserAuthentication = new BrowserAuthentication(configuration, { ...shared, budgetLedger, askKooDrive });
  const upstreamClient = createUpstreamClient(configuration, upstream, {
    ...telemetry,
    ...shared,
    tokenMinter,
    browserAuthentication,
    referenceUsers: () => credentialVerifiers.apiKeyRegistry.listUsers(),
  });
  const objectStore = connectObjectStore(configuration, upstream, dependencies);
  const responseCache = createResponseCache(configuration, stores, vault, telemetry.logger);
  await responseCache.start();
  return {
    ...telemetry,
    rateLimitRedis,
    rateLimiter: new RateLimiter(configuration.rateLimits, rateLimitRedis, (limit) => metrics.recordLimited(limit)),
    ...credentialVerifiers,
    strategies: createStrategies(browserAuthentication, credentialVerifiers),
    stores,
    store,
    budgetLedger,
    vault,
    tokenMinter,
    browserAuthentication,
    openIdProvider: createOpenIdProvider(configuration.browserSessions.openId, clock, dependencies),
    ...upstreamClient,
    objectStore,
    responseCache,
  };
}

function createTelemetry({ logLevel, auditLogDestination }: Configuration['telemetry'], log: LogStream | undefined) {
  const logger = createLogger(logLevel, log);
  const auditStream = openAuditStream(auditLogDestination, (error) => logger.error({ err: error }, 'audit log'));
  const metrics = new Metrics();
  const auditLog = new AuditLog(auditStream, { onSuppressed: (event) => metrics.recordSuppressedAuditEntry(event) });
  const dependencies = new DependencyMonitor(logger);
  metrics.observeDependencies(() => dependencies.states);
  return { logger, metrics, auditStream, auditLog, dependencies };
}

type Telemetry = ReturnType<typeof createTelemetry>;

interface CredentialVerifiers {
  readonly apiKeyRegistry: ApiKeyRegistry;
  readonly jwtAuthentication: JwtAuthentication | undefined;
}

/** What verifies the credentials of callers that are no browsers: API keys and JSON Web Tokens. */
async function createCredentialVerifiers(
  { apiKeysFilePath, jwt }: Configuration['callers'],
  { logger, dependencies }: Pick<Telemetry, 'logger' | 'dependencies'>,
): Promise<CredentialVerifiers> {
  const apiKeyRegistry = await ApiKeyRegistry.open(apiKeysFilePath, {
    onError: (error) => logger.error({ err: error }, 'file of API keys'),
  });
  return {
    apiKeyRegistry,
    jwtAuthentication: jwt && createJwtAuthentication(jwt, reportFetch(dependencies.watch('tokenIssuer'))),
  };
}

/** The strategies in the order in which they are tried. */
const createStrategies = (
  { strategy }: BrowserAuthentication,
  { apiKeyRegistry, jwtAuthentication }: CredentialVerifiers,
): readonly AuthenticationStrategy[] => [
  strategy,
  new ApiKeyStrategy(apiKeyRegistry),
  ...(jwtAuthentication ? [jwtAuthentication.strategy] : []),
];

async function connectStores(
  { redisUrl, cacheRedisUrl }: Configuration['store'],
  clock: Clock,
  { logger, metrics, dependencies }: Pick<Telemetry, 'logger' | 'metrics' | 'dependencies'>,
) {
  const observers = redisUrl && {
    store: dependencies.watch('store'),
    cacheStore: dependencies.watch(cacheRedisUrl ? 'cacheStore' : 'store'),
  };
  const stores = await createStores({
    redisUrl: redisUrl?.reveal(),
    cacheRedisUrl: cacheRedisUrl?.reveal(),
    clock,
    observers,
    onMemoryPolicy: (policy) => logMemoryPolicy(logger, policy),
  });
  const works = (name: 'store' | 'cacheStore'): boolean => dependencies.getState(name).state === 'up';
  metrics.observeStore(() => works('store'));
  metrics.observeCacheStore(() => works(cacheRedisUrl ? 'cacheStore' : 'store'));
  metrics.observeEviction(() => stores.memoryPolicy.eviction === 'off');
  return { stores, rateLimitRedis: redisUrl && connectRateLimitRedis(redisUrl.reveal()) };
}

function connectObjectStore(
  { upstream: { connectionsPerOrigin } }: Configuration,
  { objectStoreOrigins }: RemoteUpstream,
  dependencies: DependencyMonitor,
): ObjectStore {
  const reporter = dependencies.watch('objectStore');
  return createObjectStore({
    origins: objectStoreOrigins,
    connections: connectionsPerOrigin * objectStoreConnectionsFactor,
    onRequest: (outcome) => reportObjectStoreRequest(reporter, outcome),
  });
}

function createResponseCache(
  { cache, encryption }: Configuration,
  stores: Stores,
  vault: Vault,
  logger: Telemetry['logger'],
): ResponseCache {
  // Only this process knows a temporary key: no other instance could decrypt what it writes to the shared tier.
  const cipher = encryption.temporary ? undefined : vault;
  return new ResponseCache({
    store: stores.cacheStore,
    mayUseSharedTier: () => stores.memoryPolicy.mayStoreCachedResponses,
    maxMemoryBytes: cache.maxMemoryBytes,
    cipher,
    onMissingInstances: (count) => logMissingInstances(logger, count),
  });
}

interface UpstreamClientDependencies {
  readonly store: Store;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly tokenMinter: HttpTokenMinter | undefined;
  readonly metrics: Metrics;
  readonly dependencies: DependencyMonitor;
  readonly browserAuthentication: BrowserAuthentication;
  readonly auditLog: AuditLog;
  readonly referenceUsers: () => readonly string[];
}

/** Ends the browser session of a KooDrive session that KooDrive has ended. */
async function endBrowserSession(
  { browserSessions }: BrowserAuthentication,
  auditLog: AuditLog,
  { userId, browserSessionId: sessionId }: KooDriveSessionPrincipal,
): Promise<void> {
  const ended = await browserSessions.end(userId, sessionId);
  const reason = 'koodrive-session-ended';
  if (ended) auditLog.record({ event: 'logout', outcome: 'done', reason, user: userId, target: { sessionId } });
}

/** The upstream client and the credentials of its calls. */
function createUpstreamClient(
  { environment, encryption, server, browserSessions, upstream: { connectionsPerOrigin } }: Configuration,
  upstream: RemoteUpstream,
  {
    store,
    vault,
    clock,
    tokenMinter,
    metrics,
    dependencies,
    browserAuthentication,
    auditLog,
    referenceUsers,
  }: UpstreamClientDependencies,
) {
  // The client needs the tokens of KooDrive sessions, and a call of the client refreshes those tokens. The refresh
  // therefore uses a client without a credential source, on the same connections.
  const clientWithoutCredentials = createKooDriveClient({
    baseUrl: upstream.baseUrl,
    credentials: noCredential,
    objectStoreOrigins: upstream.objectStoreOrigins,
    cursorKeys: deriveCursorKeys(encryption),
    timeoutMs: server.requestTimeoutMs,
    connection: { connections: connectionsPerOrigin },
    observer: createUpstreamObserver(metrics, dependencies),
    referenceUsers,
  });
  const credentials = new AccessTokens({
    store,
    vault,
    minter: tokenMinter && observeMinter(tokenMinter, metrics, dependencies.watch('tokenEndpoint')),
    app: upstream.app && toAppCredentials(upstream.app),
    refresher: observeRefresher(new HttpKooDriveSessionRefresher(clientWithoutCredentials), metrics),
    onKooDriveSessionEnded: (principal) => {
      sessionKeepAlive.untrack(principal);
      // Where the store is unavailable, the browser session ends with its next call, which finds no token.
      endBrowserSession(browserAuthentication, auditLog, principal).catch(() => undefined);
    },
    clock,
  });
  const sessionKeepAlive = new KooDriveSessionKeepAlive(credentials, { idleMs: browserSessions.idleMs, clock });
  const signInOrigins = new SignInOrigins(environment, upstream.signInOrigins);
  const koodrive = clientWithoutCredentials.withCredentials(credentials);
  return { credentials, sessionKeepAlive, signInOrigins, koodrive };
}

/** Closes what createAppContext opened. The store is closed after the parts that still write to it. */
export async function closeAppContext(context: AppContext): Promise<void> {
  context.apiKeyRegistry.close();
  context.sessionKeepAlive.close();
  await Promise.all([
    context.koodrive.close(),
    context.objectStore.close(),
    context.tokenMinter?.close(),
    context.jwtAuthentication?.close(),
    context.openIdProvider?.close(),
  ]);
  await context.responseCache.close();
  context.rateLimitRedis?.close();
  await context.stores.close();
  context.dependencies.close();
  context.auditLog.close();
  context.auditStream.close();
}

function createOpenIdProvider(
  settings: OpenIdSettings | undefined,
  clock: Clock,
  dependencies: DependencyMonitor,
): OpenIdProvider | undefined {
  if (!settings) return undefined;
  const observer = dependencies.watch('openIdProvider');
  return new OpenIdProvider({ ...settings, clientSecret: settings.clientSecret.reveal(), observer }, clock);
}

function createTokenMinter({ url, clientId, clientSecret }: NonNullable<RemoteUpstream['appToken']>): HttpTokenMinter {
  return new HttpTokenMinter({ url, clientId, clientSecret: clientSecret.reveal() });
}

function toAppCredentials({ id, secret }: NonNullable<RemoteUpstream['app']>): { appId: string; appSecret: string } {
  return { appId: id, appSecret: secret.reveal() };
}

/** Signing keys for cursors, derived from the encryption keys so that every instance accepts the same cursors. */
function deriveCursorKeys({ keys }: EncryptionSettings): [Uint8Array, ...Uint8Array[]] {
  const [first, ...others] = keys;
  const derive = ({ key }: (typeof keys)[number]): Uint8Array =>
    new Uint8Array(hkdfSync('sha256', key, Buffer.alloc(0), 'koodrive-gateway cursor', 32));
  return [derive(first), ...others.map(derive)];
}
