import type { DriveFile, ListResponse } from '../support/gateway-api.js';
import { waitUntil } from '../support/wait-until.js';
import { type Calls, succeeded } from './calls.js';

interface Acknowledgement {
  readonly version: number;
  /** When the response was complete, on the clock of performance.now(). */
  readonly atMs: number;
}

interface VersionedFolder {
  readonly id: string;
  /** The highest version that a write has tried. */
  lastVersion: number;
  /** The writes that got 2xx, oldest first. */
  readonly acknowledged: Acknowledgement[];
  writing: boolean;
}

/** A read that was older than a write with 2xx before it. */
export interface StaleRead {
  /** From the end of the first write that the read did not show until the read began. */
  readonly ageMs: number;
}

const folderCount = 6;
const uncached = { 'cache-control': 'no-cache' } as const;

/** Folders whose names carry a version that each write increases, so that a read shows how old it is. */
export class VersionedFolders {
  readonly staleReads: StaleRead[] = [];
  private readonly folders: VersionedFolder[] = [];
  private readonly listPath: string;

  private constructor(
    private readonly calls: Calls,
    private readonly filesPath: string,
    parentId: string,
  ) {
    this.listPath = `${filesPath}?parent=${parentId}&limit=100`;
  }

  static async create(calls: Calls, spacePath: string): Promise<VersionedFolders> {
    const parentId = await createFolder(calls, spacePath, 'versioned', 'root');
    const created = new VersionedFolders(calls, `${spacePath}/files`, parentId);
    for (let index = 0; index < folderCount; index += 1) {
      const id = await createFolder(calls, spacePath, formatName(index, 0), parentId);
      created.folders.push({ id, lastVersion: 0, acknowledged: [], writing: false });
    }
    return created;
  }

  /** Reads one folder, or the list of all, through an instance. */
  async read(instance: number, index: number | 'list'): Promise<void> {
    const folder = index === 'list' ? undefined : this.folders[index % folderCount];
    const path = folder ? `${this.filesPath}/${folder.id}` : this.listPath;
    const result = await this.calls.send('read', instance, 'GET', path);
    if (!succeeded(result)) return;
    const items = folder ? [result.body as DriveFile] : (result.body as ListResponse<DriveFile>).items;
    const ages = this.folders.flatMap(({ id, acknowledged }) => {
      const item = items.find((each) => each.id === id);
      if (!item && folder) return [];
      const missed = acknowledged.find(
        ({ version, atMs }) => version > parseVersion(item) && atMs < result.startedAtMs,
      );
      return missed ? [result.startedAtMs - missed.atMs] : [];
    });
    if (ages.length > 0) this.staleReads.push({ ageMs: Math.max(...ages) });
  }

  /**
   * Renames a folder once or twice through one instance, and reads it through the other before and after that: other writes
   * in the space make cached reads rare.
   */
  async writeAndRead(instance: number, index: number, times: number): Promise<void> {
    const folder = this.folders[index % folderCount];
    // Two writes at once could take effect in either order.
    if (!folder || folder.writing) return this.read(1 - instance, index);
    folder.writing = true;
    try {
      await this.read(1 - instance, index);
      for (let time = 0; time < times; time += 1) await this.write(instance, index % folderCount, folder);
    } finally {
      folder.writing = false;
    }
    await this.read(1 - instance, index);
  }

  /** The writes that got 2xx and are not in KooDrive. */
  async countMissing(): Promise<number> {
    const result = await waitUntil('the list of folders', async () => {
      const response = await this.calls.send('read', 0, 'GET', this.listPath, { headers: uncached });
      return succeeded(response) && response;
    });
    const { items } = result.body as ListResponse<DriveFile>;
    return this.folders.filter(
      ({ id, acknowledged }) =>
        parseVersion(items.find((item) => item.id === id)) < (acknowledged.at(-1)?.version ?? 0),
    ).length;
  }

  private async write(instance: number, index: number, folder: VersionedFolder): Promise<void> {
    const version = (folder.lastVersion += 1);
    const result = await this.calls.send('write', instance, 'PATCH', `${this.filesPath}/${folder.id}`, {
      body: { name: formatName(index, version) },
    });
    if (succeeded(result)) folder.acknowledged.push({ version, atMs: performance.now() });
  }
}

/** @returns the id of the new folder */
export async function createFolder(calls: Calls, spacePath: string, name: string, parentId: string): Promise<string> {
  const result = await calls.send('write', 0, 'POST', `${spacePath}/folders`, { body: { name, parentId } });
  if (!succeeded(result)) throw new Error(`the folder ${name} cannot be created: ${result.status} ${result.code}`);
  return (result.body as DriveFile).id;
}

const formatName = (index: number, version: number): string => `folder ${index} version ${version}`;
const parseVersion = (item: DriveFile | undefined): number =>
  Number(/version (\d+)$/.exec(item?.name ?? '')?.[1] ?? -1);
