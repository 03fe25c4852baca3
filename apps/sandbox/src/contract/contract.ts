import { readContractFile } from './contract-files.js';

/** A JSON schema of the contract, with its x- keywords. */
export type ContractSchema = Readonly<Record<string, unknown>>;

export interface ContractParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: ContractSchema;
}

/**
 * The credential that an operation accepts. `optional-session`: a KooDrive session token or none.
 * `user`: a KooDrive session token, or the app's signature on behalf of a user.
 */
export type AcceptedCredential = 'none' | 'session' | 'optional-session' | 'user' | 'app-token';

export interface ContractOperation {
  readonly operationId: string;
  readonly method: string;
  /** Path templates: the documented one and, if the reference has one, the alternative spelling. */
  readonly paths: readonly string[];
  readonly parameters: readonly ContractParameter[];
  readonly body: { readonly required: boolean; readonly schema: ContractSchema } | undefined;
  /** The schema of the response with status 200. */
  readonly responseSchema: ContractSchema | undefined;
  readonly acceptedCredential: AcceptedCredential;
  /** Allowed values of the header `language`. */
  readonly languages: readonly string[];
}

export interface Contract {
  readonly operations: readonly ContractOperation[];
  readonly schemas: Readonly<Record<string, ContractSchema>>;
}

interface RawContent {
  readonly content?: { readonly 'application/json'?: { readonly schema?: ContractSchema } };
}

interface RawOperation {
  readonly operationId: string;
  readonly parameters?: readonly ContractParameter[];
  readonly requestBody?: RawContent & { readonly required?: boolean };
  readonly responses: Readonly<Record<string, RawContent>>;
  readonly 'x-headers': Readonly<Record<string, string>>;
  readonly 'x-auth'?: string;
  readonly 'x-app-auth'?: boolean;
  readonly 'x-alt-path'?: string;
}

interface RawContract {
  readonly paths: Readonly<Record<string, Readonly<Record<string, RawOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, ContractSchema>> };
}

let contract: Contract | undefined;

/** Reads the contract once for each process. */
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
    paths: pathVariants(path, raw['x-alt-path']),
    parameters: raw.parameters ?? [],
    body: body && { required: raw.requestBody?.required ?? false, schema: body },
    responseSchema: raw.responses['200']?.content?.['application/json']?.schema,
    acceptedCredential: acceptedCredentialOf(raw),
    // Only this page uses the forms with an underscore (x-doc-conflict of the operation).
    languages: raw.operationId === 'setPackageDownloadExpires' ? ['zh_cn', 'en_us'] : ['zh-CN', 'en-US'],
  };
}

/** The table of `/session/` has a slash at the end and its example has none, so both paths are served. */
function pathVariants(path: string, alternative: string | undefined): readonly string[] {
  return [path, ...(alternative ? [alternative] : []), ...(path.endsWith('/') ? [path.slice(0, -1)] : [])];
}

/**
 * Derives the credential from the page's header table, by the rules of facts/auth.md. A page that lists X-User-Id
 * accepts the app signature as well as the token. A page that lists Authorization as optional and X-User-Id as required
 * is wrong (x-doc-conflict).
 */
function acceptedCredentialOf(raw: RawOperation): AcceptedCredential {
  const headers = raw['x-headers'];
  if (raw['x-auth'] === 'app token') return 'app-token';
  if (headers.Authorization === undefined) return 'none';
  if (raw['x-app-auth'] !== false && headers['X-User-Id'] !== undefined) return 'user';
  return headers.Authorization === 'optional' ? 'optional-session' : 'session';
}
