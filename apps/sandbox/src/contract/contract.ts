import { readContractFile } from './contract-files.js';

/** A JSON schema of the contract, with the contract's own x- keys. */
export type Schema = Readonly<Record<string, unknown>>;

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: Schema;
}

/**
 * What an operation takes as proof of who calls. `optional-session`: a session token or nothing.
 * `user`: a session token, or the app's signature on behalf of a user.
 */
export type Credential = 'none' | 'session' | 'optional-session' | 'user' | 'app-token';

export interface ContractOperation {
  readonly operationId: string;
  readonly method: string;
  /** Templates under which it is served: the documented one and, where the reference names one, the other spelling. */
  readonly paths: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly body: { readonly required: boolean; readonly schema: Schema } | undefined;
  /** Of the answer with status 200. */
  readonly answer: Schema | undefined;
  readonly credential: Credential;
  /** Values that the header `language` may have. */
  readonly languages: readonly string[];
}

export interface Contract {
  readonly operations: readonly ContractOperation[];
  readonly schemas: Readonly<Record<string, Schema>>;
}

interface RawContent {
  readonly content?: { readonly 'application/json'?: { readonly schema?: Schema } };
}

interface RawOperation {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: RawContent & { readonly required?: boolean };
  readonly responses: Readonly<Record<string, RawContent>>;
  readonly 'x-headers': Readonly<Record<string, string>>;
  readonly 'x-auth'?: string;
  readonly 'x-app-auth'?: boolean;
  readonly 'x-alt-path'?: string;
}

interface RawContract {
  readonly paths: Readonly<Record<string, Readonly<Record<string, RawOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

let contract: Contract | undefined;

/** The contract, read once in a process. */
export function loadContract(): Contract {
  contract ??= readContract();
  return contract;
}

function readContract(): Contract {
  const raw = readContractFile('koodrive.openapi.yaml') as RawContract;
  const operations = Object.entries(raw.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => toOperation(method.toUpperCase(), path, operation)),
  );
  return { operations, schemas: raw.components.schemas };
}

function toOperation(method: string, path: string, raw: RawOperation): ContractOperation {
  const body = raw.requestBody?.content?.['application/json']?.schema;
  return {
    operationId: raw.operationId,
    method,
    paths: spellings(path, raw['x-alt-path']),
    parameters: raw.parameters ?? [],
    body: body && { required: raw.requestBody?.required ?? false, schema: body },
    answer: raw.responses['200']?.content?.['application/json']?.schema,
    credential: credentialOf(raw),
    // One page alone writes the underscore forms (x-doc-conflict of that operation).
    languages: raw.operationId === 'setPackageDownloadExpires' ? ['zh_cn', 'en_us'] : ['zh-CN', 'en-US'],
  };
}

/** `/session/` is documented with the slash at its end, while the example of the page leaves it out: both are served. */
function spellings(path: string, other: string | undefined): readonly string[] {
  return [path, ...(other ? [other] : []), ...(path.endsWith('/') ? [path.slice(0, -1)] : [])];
}

/**
 * The pages' header tables, read as facts/auth.md says: a page that lists X-User-Id takes the app signature beside the
 * token; "optional" for Authorization beside a required X-User-Id is an oversight of the page (x-doc-conflict).
 */
function credentialOf(raw: RawOperation): Credential {
  const headers = raw['x-headers'];
  if (raw['x-auth'] === 'app token') return 'app-token';
  if (headers.Authorization === undefined) return 'none';
  if (raw['x-app-auth'] !== false && headers['X-User-Id'] !== undefined) return 'user';
  return headers.Authorization === 'optional' ? 'optional-session' : 'session';
}
