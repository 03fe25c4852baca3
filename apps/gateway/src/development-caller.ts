import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { issueApiKey, readKeyFile } from '#callers';

export interface DevelopmentCaller {
  readonly key: string;
  /** Name of the sandbox's user it acts for. */
  readonly user: string;
}

interface SandboxIndex {
  readonly users: readonly { readonly userId: string; readonly name: string }[];
}

/** A key for the sandbox's first user, kept in the clear beside the file of keys: for development on one machine only. */
export async function developmentCaller(apiKeysFile: string, sandboxUrl: string): Promise<DevelopmentCaller> {
  const index = await fetchJson<SandboxIndex>(`${sandboxUrl}/_sandbox`);
  const [user] = index.users;
  if (!user) throw new Error('The sandbox has no user.');
  const kept = join(dirname(apiKeysFile), 'development-key');
  const key = (await keptKey(kept, apiKeysFile)) ?? (await newKey(kept, apiKeysFile, user.userId));
  return { key, user: user.name };
}

/** A space that the key opens, for the examples: asked of the gateway itself. */
export async function exampleSpace(gateway: string, key: string): Promise<string | undefined> {
  const spaces = await fetchJson<{ items?: { id: string }[] }>(`${gateway}/v1/spaces?limit=1`, {
    headers: { authorization: `Bearer ${key}` },
  });
  return spaces.items?.[0]?.id;
}

const fetchJson = async <T>(url: string, init?: RequestInit): Promise<T> =>
  (await (await fetch(url, init)).json()) as T;

async function keptKey(file: string, apiKeysFile: string): Promise<string | undefined> {
  try {
    const key = (await readFile(file, 'utf8')).trim();
    const records = await readKeyFile(apiKeysFile);
    return records.some(({ id, revokedAt }) => revokedAt === undefined && key.includes(`_${id}_`)) ? key : undefined;
  } catch {
    return undefined;
  }
}

async function newKey(file: string, apiKeysFile: string, userId: string): Promise<string> {
  await mkdir(dirname(file), { recursive: true });
  const { text } = await issueApiKey(apiKeysFile, { owner: 'development', scopes: ['*'], userId });
  await writeFile(file, `${text}\n`, { mode: 0o600 });
  await chmod(file, 0o600);
  return text;
}
