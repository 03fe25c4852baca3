import type { Answer, CallOptions } from '../stack.js';
import { type Choice, NothingThere } from './choice.js';

/** Sends a request as it stands, with no credential but that in the headers. */
export type Send = (method: string, path: string, options?: CallOptions) => Promise<Answer>;

/** Who calls, and with what. */
export interface Caller {
  readonly name: string;
  readonly userId: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Space {
  readonly id: string;
  readonly kind: 'individual' | 'department' | 'group';
  readonly name?: string;
}
export interface File {
  readonly id: string;
  readonly name: string;
  readonly kind: 'file' | 'folder';
  readonly parentId: string;
}
export interface Named {
  readonly id: string;
  readonly name?: string;
  readonly status?: string;
  readonly kind?: string;
  readonly code?: string;
  readonly scope?: string;
  readonly role?: string;
}

interface Parts {
  readonly caller: Caller;
  readonly choice: Choice;
  /** Spaces to keep to, as far as the caller sees them; all of theirs where it is left out or they see none of these. */
  readonly focus?: readonly string[];
  /** For reads: what they show may be old, since a request that comes too late is refused, and another is made. */
  readonly look: Send;
  /** Through the gateway that is tried. */
  readonly send: Send;
}

/** What one caller finds, to make requests of that are right at this moment. */
export class Scene {
  readonly caller: Caller;
  readonly choice: Choice;
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.caller = parts.caller;
    this.choice = parts.choice;
  }

  /** @throws NothingThere where the answer is a refusal */
  async one<T>(path: string): Promise<T> {
    const answer = await this.#parts.look('GET', path, { headers: this.caller.headers });
    if (answer.status !== 200) throw new NothingThere(`${path}: ${answer.status}`);
    return answer.json<T>();
  }

  /** The first hundred entries. @throws NothingThere where the answer is a refusal */
  async list<T = Named>(path: string): Promise<T[]> {
    const all = path.includes('?') ? `${path}&limit=100` : `${path}?limit=100`;
    return (await this.one<{ items: T[] }>(all)).items;
  }

  /** A step that the request needs before it. @throws NothingThere where it is refused */
  async did<T>(method: string, path: string, options: CallOptions = {}): Promise<T> {
    const headers = { ...this.caller.headers, ...options.headers };
    const answer = await this.#parts.send(method, path, { ...options, headers });
    if (answer.status >= 300) throw new NothingThere(`${method} ${path}: ${answer.status} ${answer.text}`);
    return (answer.text === '' ? undefined : answer.json()) as T;
  }

  /** One of those that tests made and nobody misses; a new one where there is none. */
  async ours(list: string, make: { path: string; body: object }): Promise<string> {
    const found = (await this.list(list)).filter(({ name = '' }) => name.startsWith('made '));
    return found.length > 0 ? this.choice.pick(found).id : (await this.did<Named>('POST', make.path, make)).id;
  }

  async space(kinds?: readonly Space['kind'][]): Promise<Space> {
    const all = await this.list<Space>('/v1/spaces');
    const near = all.filter(({ id }) => this.#parts.focus?.includes(id));
    const fits = (list: Space[]): Space[] => list.filter(({ kind }) => !kinds || kinds.includes(kind));
    return this.choice.pick(fits(near).length > 0 ? fits(near) : fits(all));
  }

  /** Any entry of a space that is wanted: of its top, or of a folder there. */
  async file(spaceId: string, wanted: (file: File) => boolean = () => true): Promise<File> {
    const top = await this.list<File>(`/v1/spaces/${spaceId}/files`);
    const folders = top.filter(({ kind }) => kind === 'folder');
    const deep = folders.length > 0 && this.choice.chance(0.4);
    const inside = deep ? await this.list<File>(filesIn(spaceId, this.choice.pick(folders).id)) : [];
    const found = inside.filter(wanted);
    return this.choice.pick(found.length > 0 ? found : top.filter(wanted));
  }

  /** A folder to put things into. */
  async parent(spaceId: string): Promise<string> {
    if (this.choice.chance(0.5)) return 'root';
    const top = await this.list<File>(`/v1/spaces/${spaceId}/files`);
    const folders = top.filter(({ kind }) => kind === 'folder');
    return folders.length > 0 ? this.choice.pick(folders).id : 'root';
  }
}

export const filesIn = (spaceId: string, parent: string): string => `/v1/spaces/${spaceId}/files?parent=${parent}`;

/** A request that is right as far as its maker can tell; another may have got there first. */
export interface ValidRequest {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly bytes?: string;
  /** Follows work that goes on after the answer, to its end, through the gateway that is tried. */
  readonly after?: (answer: Answer) => Promise<void>;
}

/** Makes a request of one route. @throws NothingThere where there is nothing to make it of */
export type Maker = (scene: Scene) => Promise<ValidRequest> | ValidRequest;
export type Makers = Readonly<Record<string, Maker>>;
