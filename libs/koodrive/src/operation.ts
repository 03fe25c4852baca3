import type { operations } from './generated/contract.js';
import type { operationTable } from './generated/operations.js';

/** What an operation accepts as proof of who calls. `signature` is the app's signature on behalf of a user. */
export type CredentialKind = 'session' | 'signature' | 'app-token' | 'none';

/** How an operation pages. `in` is where size and position are sent, `items` the member of the answer with the entries. */
export type Paging =
  | OffsetPaging
  | CursorPaging
  | {
      readonly style: 'page';
      readonly in: PagePlace;
      readonly size: string;
      readonly page: string;
      /** Number of the first page. */
      readonly first: number;
      readonly items: string;
      readonly total?: string;
      readonly most?: number;
    };

export interface OffsetPaging {
  readonly style: 'offset';
  readonly in: PagePlace;
  readonly size: string;
  readonly offset: string;
  /** True where the upstream wants the two numbers as text. */
  readonly text: boolean;
  readonly items: string;
  readonly total?: string;
  /** The largest page the upstream gives. */
  readonly most?: number;
}

export interface CursorPaging {
  readonly style: 'cursor';
  readonly in: PagePlace;
  /** Absent where the upstream decides the size of a page. */
  readonly size?: string;
  readonly cursor: string;
  readonly next: string;
  /** What is sent as the cursor of the first page, where the upstream insists on one. */
  readonly first?: string;
  readonly items: string;
  /** Another name under which the list is served. */
  readonly alternative?: string;
  readonly total?: string;
  /** A member that says whether more follows, where the cursor alone does not. */
  readonly more?: string;
  readonly most?: number;
}

export type PagePlace = 'query' | 'body' | 'pageInfo';

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
  /** The members of the JSON body; null where none is sent. */
  readonly body: readonly string[] | null;
  /** Where integers of 64 bits stand in the body (`ids[]`, `users[].id`): text given there goes out as bare digits. */
  readonly longIntegers: readonly string[];
  readonly credentials: readonly CredentialKind[];
  /** What is unwrapped: the member `data`, the member `list`, or nothing (code and msg are always taken off). */
  readonly envelope: 'flat' | 'data' | 'list';
  /** The members of the answer beside code and msg. */
  readonly answer: readonly string[];
  /** Whether the page lists `code` in the answer; where it does, an answer without it is not taken. */
  readonly coded: boolean;
  /** Whether a success may lack the member that `envelope` names. */
  readonly bare: boolean;
  readonly readOnly: boolean;
  /** Whether sending it again is harmless when the outcome of the first try is unknown. */
  readonly repeatable: boolean;
  /** The class of operation: breaker, bulkhead and retry quota are kept for each. */
  readonly class: string;
  /** Whether the page lists the header `language`. */
  readonly language: boolean;
  readonly paging: Paging | null;
}

export type OperationId = keyof typeof operationTable & keyof operations;

/** One object type for an intersection; an operation that takes nothing takes the empty object and no other. */
type Flatten<T> = [keyof T] extends [never] ? Record<string, never> : { [K in keyof T]: T[K] };
/** Omit, but it keeps the named members of a type that takes any others too. */
type Without<T, Names> = { [K in keyof T as K extends Names ? never : K]: T[K] };
type Section<Op extends OperationId, Place extends 'path' | 'query' | 'header'> =
  operations[Op]['parameters'] extends Record<Place, infer P>
    ? P
    : operations[Op]['parameters'] extends Partial<Record<Place, infer P>>
      ? Exclude<P, undefined> extends never
        ? unknown
        : Partial<Exclude<P, undefined>>
      : unknown;
type Body<Op extends OperationId> = operations[Op] extends { requestBody: { content: { 'application/json': infer B } } }
  ? B
  : operations[Op] extends { requestBody?: { content: { 'application/json': infer B } } }
    ? Partial<B>
    : unknown;

/**
 * Everything an operation takes, in one flat object: parameters of path, query and header, and the members of the
 * body. The table knows where each goes; no operation has one name in two places (the generator refuses it).
 */
export type Input<Op extends OperationId> = Flatten<
  Section<Op, 'path'> & Section<Op, 'query'> & Section<Op, 'header'> & Body<Op>
>;

type Answer<Op extends OperationId> = operations[Op]['responses'] extends {
  200: { content: { 'application/json': infer A } };
}
  ? A
  : unknown;
type Unwrapped<Envelope, A> = Envelope extends 'data' | 'list'
  ? Envelope extends keyof A
    ? Exclude<A[Envelope], undefined>
    : never
  : Flatten<Without<A, 'code' | 'msg'>>;

/** What an operation answers, without its envelope; undefined is possible where the documents show a bare success. */
export type Output<Op extends OperationId> =
  | Unwrapped<(typeof operationTable)[Op]['envelope'], Answer<Op>>
  | ((typeof operationTable)[Op]['bare'] extends true ? undefined : never);

type PagedRow = { readonly paging: { readonly items: string } };
/** The operations that answer a list. */
export type PagedOperationId = {
  [Op in OperationId]: (typeof operationTable)[Op] extends PagedRow ? Op : never;
}[OperationId];

type ItemsKey<Op extends PagedOperationId> = (typeof operationTable)[Op] extends {
  readonly paging: { readonly items: infer K };
}
  ? K
  : never;
type ItemsOf<A, K> = K extends keyof A ? (Exclude<A[K], undefined> extends readonly (infer E)[] ? E : never) : never;

/** One entry of a paged operation's list. */
export type Item<Op extends PagedOperationId> = ItemsOf<Answer<Op>, ItemsKey<Op>>;

type PagingKey = 'offset' | 'limit' | 'pageSize' | 'pageCursor' | 'cursor' | 'count' | 'pageInfo' | 'pageNum';
/** A paged operation's input without what says which page: the client fills that in. */
export type PagedInput<Op extends PagedOperationId> = Flatten<Without<Input<Op>, PagingKey>>;
