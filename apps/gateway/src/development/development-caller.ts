import { dirname, join } from 'node:path';
import { issueApiKey, readApiKeyFile, revokeApiKey } from '#callers';
import { readSecretFile, writeSecretFile } from './secret-file.js';

export interface DevelopmentCaller {
  readonly key: string;
  /** Name of the sandbox user that the key acts for. */
  readonly user: string;
}

interface SandboxIndex {
  readonly users: readonly { readonly userId: string; readonly name: string }[];
}

/**
 * An API key for the first user of the sandbox. It is stored unencrypted beside the file of API keys: for development
 * on one machine only.
 */
export async function ensureDevelopmentCaller(
  apiKeysFilePath: string,
  sandbox: { readonly url: string; readonly controlToken: string },
): Promise<DevelopmentCaller> {
  const index = await fetchJson<SandboxIndex>(`${sandbox.url}/_sandbox`, {
    headers: { authorization: `Bearer ${sandbox.controlToken}` },
  });
  const [user] = index.users;
  if (!user) throw new Error('The sandbox has no user.');
  const keyPath = join(dirname(apiKeysFilePath), 'development-key');
  const key =
    (await readStoredKey(keyPath, apiKeysFilePath)) ?? (await issueStoredKey(keyPath, apiKeysFilePath, user.userId));
  return { key, user: user.name };
}

/** The id of a space that the key may read, for the commands of the banner. */
export async function findExampleSpaceId(gatewayUrl: string, key: string): Promise<string | undefined> {
  const spaces = await fetchJson<{ items?: { id: string }[] }>(`${gatewayUrl}/v1/spaces?limit=1`, {
    headers: { authorization: `Bearer ${key}` },
  });
  return spaces.items?.[0]?.id;
}

const fetchJson = async <T>(url: string, init?: RequestInit): Promise<T> =>
  (await (await fetch(url, init)).json()) as T;

/** The stored key; undefined where it is missing, revoked or not in the file of API keys. An exposed key is revoked. */
async function readStoredKey(keyPath: string, apiKeysFilePath: string): Promise<string | undefined> {
  const stored = await readSecretFile(keyPath);
  if (!stored) return undefined;
  const records = await readApiKeyFile(apiKeysFilePath).catch(() => []);
  const record = records.find(({ id, revokedAt }) => revokedAt === undefined && stored.text.includes(`_${id}_`));
  if (!record) return undefined;
  if (!stored.exposed) return stored.text;
  await revokeApiKey(apiKeysFilePath, record.id);
  return undefined;
}

async function issueStoredKey(keyPath: string, apiKeysFilePath: string, userId: string): Promise<string> {
  const { text } = await issueApiKey(apiKeysFilePath, { owner: 'development', scopes: ['*'], userId });
  await writeSecretFile(keyPath, text);
  return text;
}
