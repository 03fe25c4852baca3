import type { operations } from './generated/contract.js';
import type { operationTable } from './generated/operations.js';

/** The kinds of credential that operations accept. `signature` is the app's signature on behalf of a user. */
export type CredentialKind = 'session' | 'signature' | 'app-token' | 'none';

/**
 * How an operation pages. `size`, `offset`, `page`, `cursor`, `next`, `items` and `total` are the names of upstream members:
 * `in` says where the operation takes size and position, `items` names the member of the response with the entries.
 */
export type Paging = OffsetPaging | CursorPaging | PageNumberPaging;

interface OffsetPaging {
  readonly style: 'offset';
  readonly in: PagingLocation;
  readonly size: string;
  readonly offset: string;
  /** Whether the upstream requires size and offset as text. */
  readonly numbersAsText: boolean;
  readonly items: string;
  readonly total?: string;
  /** Max entries of a page. */
  readonly maxPageSize?: number;
}

interface CursorPaging {
  readonly style: 'cursor';
  readonly in: PagingLocation;
  /** Absent when the upstream decides the size of a page. */
  readonly size?: string;
  readonly cursor: string;
  readonly next: string;
  /** The cursor for the first page, when the upstream requires one. */
  readonly firstCursor?: string;
  readonly items: string;
  /** Another member that may contain the list. */
  readonly alternativeItems?: string;
  readonly total?: string;
  /** The member that says whether another page follows, when the cursor alone does not say it. */
  readonly hasMoreMember?: string;
  readonly maxPageSize?: number;
}

interface PageNumberPaging {
  readonly style: 'page';
  readonly in: PagingLocation;
  readonly size: string;
  readonly page: string;
  /** Number of the first page. */
  readonly firstPage: number;
  readonly items: string;
  readonly total?: string;
  readonly maxPageSize?: number;
}

type PagingLocation = 'query' | 'body' | 'pageInfo';

/** One row of the operation table. */
export interface OperationRow {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Template with `{name}` for each path parameter. */
  readonly path: string;
  readonly parameters: {
    readonly path: readonly string[];
    readonly query: readonly string[];
    readonly header: readonly string[];
  };
  /** The members of the JSON body; null when the operation has no body. */
  readonly body: readonly string[] | null;
  /** The paths of 64-bit integers in the body (`ids[]`, `users[].id`). Text at these paths is sent as a JSON number. */
  readonly int64Paths: readonly string[];
  /** The paths of pre-signed URLs in the response, such as `downloads[].url`. */
  readonly presignedUrlPaths: readonly string[];
  readonly credentials: readonly CredentialKind[];
  /** The member that is returned: `data` or `list`. `flat`: all members but code and msg. */
  readonly envelope: 'flat' | 'data' | 'list';
  /** The members of the response except code and msg. */
  readonly responseMembers: readonly string[];
  /** Whether the page lists `code` in the response. If so, a response without it is not accepted. */
  readonly hasCode: boolean;
  /** Whether a success may lack the member that `envelope` names. */
  readonly dataOptional: boolean;
  readonly readOnly: boolean;
  /** Whether a success changes what callers see. The first steps of an upload are writes without an effect. */
  readonly hasEffect: boolean;
  /** Whether sending it again is safe when the outcome of the first attempt is unknown. */
  readonly idempotent: boolean;
  /** The class of operation. Each class has its own breaker, bulkhead and retry quota. */
  readonly class: string;
  /** Whether the page lists the header `language`. */
  readonly sendsLanguage: boolean;
  readonly paging: Paging | null;
}

export type OperationId = keyof typeof operationTable & keyof operations;

/** One object type for an intersection. An operation without input accepts only the empty object. */
type Flatten<T> = [keyof T] extends [never] ? Record<string, never> : { [K in keyof T]: T[K] };
/** Omit, but it preserves the named members of a type with an index signature. */
type OmitKeys<T, Names> = { [K in keyof T as K extends Names ? never : K]: T[K] };
type ParameterSection<Op extends OperationId, Location extends 'path' | 'query' | 'header'> =
  operations[Op]['parameters'] extends Record<Location, infer P>
    ? P
    : operations[Op]['parameters'] extends Partial<Record<Location, infer P>>
      ? Exclude<P, undefined> extends never
        ? unknown
        : Partial<Exclude<P, undefined>>
      : unknown;
type RequestBody<Op extends OperationId> = operations[Op] extends {
  requestBody: { content: { 'application/json': infer B } };
}
  ? B
  : operations[Op] extends { requestBody?: { content: { 'application/json': infer B } } }
    ? Partial<B>
    : unknown;

/**
 * The whole input of an operation in one flat object: parameters of path, query and header, and the members of the body.
 * The operation table says where each member is sent. No operation has the same name twice (the generator checks it).
 */
export type OperationInput<Op extends OperationId> = Flatten<
  ParameterSection<Op, 'path'> & ParameterSection<Op, 'query'> & ParameterSection<Op, 'header'> & RequestBody<Op>
>;

type SuccessResponse<Op extends OperationId> = operations[Op]['responses'] extends {
  200: { content: { 'application/json': infer R } };
}
  ? R
  : unknown;
type UnwrappedResponse<Envelope, R> = Envelope extends 'data' | 'list'
  ? Envelope extends keyof R
    ? Exclude<R[Envelope], undefined>
    : never
  : Flatten<OmitKeys<R, 'code' | 'msg'>>;

/** What an operation returns, without its envelope. It can be undefined when the documents show a success without data. */
export type OperationOutput<Op extends OperationId> =
  | UnwrappedResponse<(typeof operationTable)[Op]['envelope'], SuccessResponse<Op>>
  | ((typeof operationTable)[Op]['dataOptional'] extends true ? undefined : never);

type PagedRow = { readonly paging: { readonly items: string } };
/** The operations that return a list in pages. */
export type PagedOperationId = {
  [Op in OperationId]: (typeof operationTable)[Op] extends PagedRow ? Op : never;
}[OperationId];

type ItemsKey<Op extends PagedOperationId> = (typeof operationTable)[Op] extends {
  readonly paging: { readonly items: infer K };
}
  ? K
  : never;
type ItemsOf<R, K> = K extends keyof R ? (Exclude<R[K], undefined> extends readonly (infer E)[] ? E : never) : never;

/** One entry of a paged operation's list. */
export type PagedItem<Op extends PagedOperationId> = ItemsOf<SuccessResponse<Op>, ItemsKey<Op>>;

type PagingKey = 'offset' | 'limit' | 'pageSize' | 'pageCursor' | 'cursor' | 'count' | 'pageInfo' | 'pageNum';
/** The input of a paged operation without the paging members: the client adds them. */
export type PagedInput<Op extends PagedOperationId> = Flatten<OmitKeys<OperationInput<Op>, PagingKey>>;
