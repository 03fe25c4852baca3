import type { DriveFile, Space } from '../gateway-api.js';
import type { GatewayResponse, CallOptions } from '../gateway-stack.js';
import { type SeededRandom, NoCandidateError } from './seeded-random.js';

/** Sends a request. It adds no credential to those in the headers. */
export type SendRequest = (method: string, path: string, options?: CallOptions) => Promise<GatewayResponse>;

/** A user who calls, and the headers with the user's credential. */
export interface TestCaller {
  readonly name: string;
  readonly userId: string;
  readonly headers: Readonly<Record<string, string>>;
}

export type SpaceEntry = Pick<Space, 'id' | 'kind' | 'name'>;
export type FileEntry = Pick<DriveFile, 'id' | 'name' | 'kind' | 'parentId'>;
export interface NamedResource {
  readonly id: string;
  readonly name?: string;
  readonly status?: string;
  readonly kind?: string;
  readonly code?: string;
  readonly scope?: string;
  readonly role?: string;
}

interface GeneratorContextOptions {
  readonly caller: TestCaller;
  readonly random: SeededRandom;
  /** The spaces to use if the caller can see one of them; by default all spaces of the caller. */
  readonly preferredSpaceIds?: readonly string[];
  /** Sends reads. Their responses may be stale: a request that comes too late is rejected, and another is generated. */
  readonly read: SendRequest;
  /** Sends writes, through the gateway under test. */
  readonly send: SendRequest;
}

/** Reads what exists for one caller, to generate requests that are valid at this time. */
export class GeneratorContext {
  readonly caller: TestCaller;
  readonly random: SeededRandom;
  private readonly options: GeneratorContextOptions;

  constructor(options: GeneratorContextOptions) {
    this.options = options;
    this.caller = options.caller;
    this.random = options.random;
  }

  /** @throws NoCandidateError if the read is rejected */
  async fetchJson<T>(path: string): Promise<T> {
    const response = await this.options.read('GET', path, { headers: this.caller.headers });
    if (response.status !== 200) throw new NoCandidateError(`${path}: ${response.status}`);
    return response.json<T>();
  }

  /** The first hundred entries of a list. @throws NoCandidateError if the read is rejected */
  async list<T = NamedResource>(path: string): Promise<T[]> {
    const listPath = path.includes('?') ? `${path}&limit=100` : `${path}?limit=100`;
    return (await this.fetchJson<{ items: T[] }>(listPath)).items;
  }

  /** Sends a call that must precede the generated request. @throws NoCandidateError if it is rejected */
  async perform<T>(method: string, path: string, options: CallOptions = {}): Promise<T> {
    const headers = { ...this.caller.headers, ...options.headers };
    const response = await this.options.send(method, path, { ...options, headers });
    if (response.status >= 300) throw new NoCandidateError(`${method} ${path}: ${response.status} ${response.text}`);
    return (response.text === '' ? undefined : response.json()) as T;
  }

  /** The id of a resource that a test created earlier (its name starts with `made `), or of a new one. */
  async findOrCreateTestResource(listPath: string, creation: { path: string; body: object }): Promise<string> {
    const existing = (await this.list(listPath)).filter(({ name = '' }) => name.startsWith('made '));
    return existing.length > 0
      ? this.random.pick(existing).id
      : (await this.perform<NamedResource>('POST', creation.path, { body: creation.body })).id;
  }

  async pickSpace(kinds?: readonly SpaceEntry['kind'][]): Promise<SpaceEntry> {
    const all = await this.list<SpaceEntry>('/v1/spaces');
    const preferred = all.filter(({ id }) => this.options.preferredSpaceIds?.includes(id));
    const ofKinds = (list: SpaceEntry[]): SpaceEntry[] => list.filter(({ kind }) => !kinds || kinds.includes(kind));
    return this.random.pick(ofKinds(preferred).length > 0 ? ofKinds(preferred) : ofKinds(all));
  }

  /** A matching entry of a space: in its root folder, or in a folder there. */
  async pickFile(spaceId: string, matches: (file: FileEntry) => boolean = () => true): Promise<FileEntry> {
    const top = await this.list<FileEntry>(`/v1/spaces/${spaceId}/files`);
    const folders = top.filter(({ kind }) => kind === 'folder');
    const useFolder = folders.length > 0 && this.random.chance(0.4);
    const inside = useFolder ? await this.list<FileEntry>(buildFilesPath(spaceId, this.random.pick(folders).id)) : [];
    const candidates = inside.filter(matches);
    return this.random.pick(candidates.length > 0 ? candidates : top.filter(matches));
  }

  /** The id of a target folder. */
  async pickParentFolderId(spaceId: string): Promise<string> {
    if (this.random.chance(0.5)) return 'root';
    const top = await this.list<FileEntry>(`/v1/spaces/${spaceId}/files`);
    const folders = top.filter(({ kind }) => kind === 'folder');
    return folders.length > 0 ? this.random.pick(folders).id : 'root';
  }
}

const buildFilesPath = (spaceId: string, parent: string): string => `/v1/spaces/${spaceId}/files?parent=${parent}`;

/** A request that was valid when it was generated. Another request may make it invalid before it is sent. */
export interface ValidRequest {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly bytes?: string;
  /** Waits for work that continues after the response, through the gateway under test. */
  readonly waitForEffects?: (response: GatewayResponse) => Promise<void>;
}

/** Generates a request of one route. @throws NoCandidateError if nothing exists to generate it from */
export type RequestGenerator = (context: GeneratorContext) => Promise<ValidRequest> | ValidRequest;
export type RequestGenerators = Readonly<Record<string, RequestGenerator>>;
