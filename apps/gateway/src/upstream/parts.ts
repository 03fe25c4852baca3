import { hkdfSync } from 'node:crypto';
import { AccessTokens, HttpTokenMinter, Vault } from '#access-token';
import { AnswerCache } from '#cache';
import { ApiKeyRegistry, ApiKeyStrategy } from '#callers';
import type { Configuration, EncryptionSettings, RemoteUpstream } from '#config';
import { createKooDriveClient, createObjectStore } from '#koodrive';
import { createStore } from '#store';
import { AuditLog, createLogger, Metrics, openAuditStream } from '#telemetry';
import { jsonWebTokens } from './json-web-tokens.js';
import { observe } from './observe.js';

/** What the gateway is built on, made once for each process. */
export type Parts = Awaited<ReturnType<typeof createParts>>;

/** In the order in which one needs the other. */
export async function createParts(configuration: Configuration, upstream: RemoteUpstream) {
  const { encryption, store: storeSettings, telemetry, callers, cache: cacheSettings, server } = configuration;
  const logger = createLogger(telemetry.logLevel);
  const metrics = new Metrics();
  const auditStream = openAuditStream(telemetry.auditLog, (error) => logger.error({ err: error }, 'audit log'));
  const audit = new AuditLog(auditStream);
  const keys = await ApiKeyRegistry.open(callers.apiKeysFile, {
    onProblem: (error) => logger.error({ err: error }, 'file of API keys'),
  });
  const tokens = callers.jwt && jsonWebTokens(callers.jwt, logger);
  const store = await createStore({ redisUrl: storeSettings.redisUrl?.reveal() });
  const vault = new Vault(encryption.keys);
  const connection = { connections: configuration.upstream.connections };
  const minter = upstream.appToken && minterOf(upstream.appToken);
  const credentials = new AccessTokens({ store, vault, minter, app: upstream.app && signerOf(upstream.app) });
  const koodrive = createKooDriveClient({
    baseUrl: upstream.baseUrl,
    credentials,
    cursorKeys: cursorKeys(encryption),
    timeoutMs: server.requestTimeoutMs,
    connection,
    observer: observe(metrics),
  });
  const objects = createObjectStore({ origins: upstream.objectStoreOrigins, ...connection });
  // Keys that only this run knows would make the second tier unreadable to every other instance.
  const seal = encryption.temporary ? undefined : vault;
  const cache = new AnswerCache({ store, memoryBytes: cacheSettings.memoryBytes, seal });
  await cache.start();
  return {
    logger,
    metrics,
    audit,
    auditStream,
    keys,
    tokens,
    strategies: [new ApiKeyStrategy(keys), ...(tokens ? [tokens.strategy] : [])],
    store,
    vault,
    minter,
    credentials,
    koodrive,
    objects,
    cache,
  };
}

/** Ends what createParts began; the store last, since the others still write to it. */
export async function closeParts(parts: Parts): Promise<void> {
  parts.keys.close();
  await Promise.all([parts.koodrive.close(), parts.objects.close(), parts.minter?.close(), parts.tokens?.close()]);
  await parts.cache.close();
  await parts.store.close();
  parts.auditStream.close();
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
