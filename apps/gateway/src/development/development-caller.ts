import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { issueApiKey, readApiKeyFile } from '#callers';

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
export async function ensureDevelopmentCaller(apiKeysFilePath: string, sandboxUrl: string): Promise<DevelopmentCaller> {
  const index = await fetchJson<SandboxIndex>(`${sandboxUrl}/_sandbox`);
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
  try {
    const key = (await readFile(keyPath, 'utf8')).trim();
    const records = await readApiKeyFile(apiKeysFilePath);
    return records.some(({ id, revokedAt }) => revokedAt === undefined && key.includes(`_${id}_`)) ? key : undefined;
  } catch {
    return undefined;
  }
}

async function issueStoredKey(keyPath: string, apiKeysFilePath: string, userId: string): Promise<string> {
  await mkdir(dirname(keyPath), { recursive: true });
  const { text } = await issueApiKey(apiKeysFilePath, { owner: 'development', scopes: ['*'], userId });
  await writeFile(keyPath, `${text}\n`, { mode: 0o600 });
  await chmod(keyPath, 0o600);
  return text;
}
