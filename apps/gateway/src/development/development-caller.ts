import { dirname, join } from 'node:path';
import { issueApiKey, readApiKeyFile } from '#callers';
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

/** The stored key; undefined where it is missing, revoked or not in the file of API keys. */
async function readStoredKey(keyPath: string, apiKeysFilePath: string): Promise<string | undefined> {
  const key = await readSecretFile(keyPath);
  if (!key) return undefined;
  const records = await readApiKeyFile(apiKeysFilePath).catch(() => []);
  return records.some(({ id, revokedAt }) => revokedAt === undefined && key.includes(`_${id}_`)) ? key : undefined;
}

async function issueStoredKey(keyPath: string, apiKeysFilePath: string, userId: string): Promise<string> {
  const { text } = await issueApiKey(apiKeysFilePath, { owner: 'development', scopes: ['*'], userId });
  await writeSecretFile(keyPath, text);
  return text;
}
