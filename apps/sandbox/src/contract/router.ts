import type { ContractOperation } from './contract.js';

export interface Route {
  readonly operation: ContractOperation;
  /** Path parameters, percent-decoded. */
  readonly path: Readonly<Record<string, string>>;
}

interface Node {
  readonly literals: Map<string, Node>;
  template?: Node;
  /** By method. */
  readonly operations: Map<string, { readonly operation: ContractOperation; readonly names: readonly string[] }>;
}

/** Finds the operation of a request. At each segment a literal wins over a template, and the method has to fit. */
export class Router {
  private readonly root = createNode();

  constructor(operations: readonly ContractOperation[]) {
    for (const operation of operations) for (const path of operation.paths) this.add(path, operation);
  }

  /** `path` as it stands in the request line, without the query. */
  find(method: string, path: string): Route | undefined {
    const segments = path.split('/').slice(1);
    const values: string[] = [];
    const found = walk(this.root, segments, 0, method, values);
    if (!found) return undefined;
    const parameters: Record<string, string> = {};
    for (const [at, name] of found.names.entries()) {
      const value = decode(values[at] ?? '');
      if (value === undefined) return undefined;
      parameters[name] = value;
    }
    return { operation: found.operation, path: parameters };
  }

  private add(path: string, operation: ContractOperation): void {
    const names: string[] = [];
    let node = this.root;
    for (const segment of path.split('/').slice(1)) {
      const name = /^\{(.+)\}$/.exec(segment)?.[1];
      if (name === undefined) node = child(node, segment);
      else {
        names.push(name);
        node = node.template ??= createNode();
      }
    }
    node.operations.set(operation.method, { operation, names });
  }
}

function createNode(): Node {
  return { literals: new Map(), operations: new Map() };
}

function child(node: Node, segment: string): Node {
  const known = node.literals.get(segment);
  if (known) return known;
  const made = createNode();
  node.literals.set(segment, made);
  return made;
}

/** Depth first, literal before template; `values` holds what the templates on the way took. */
function walk(
  node: Node,
  segments: readonly string[],
  at: number,
  method: string,
  values: string[],
): { readonly operation: ContractOperation; readonly names: readonly string[] } | undefined {
  const segment = segments[at];
  if (segment === undefined) return node.operations.get(method);
  const literal = node.literals.get(segment);
  const found = literal && walk(literal, segments, at + 1, method, values);
  if (found || !node.template || segment === '') return found;
  const depth = values.length;
  values.push(segment);
  const deeper = walk(node.template, segments, at + 1, method, values);
  if (!deeper) values.length = depth;
  return deeper;
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
