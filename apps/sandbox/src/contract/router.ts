import type { ContractOperation } from './contract.js';

export interface MatchedRoute {
  readonly operation: ContractOperation;
  /** Path parameters, percent-decoded. */
  readonly path: Readonly<Record<string, string>>;
}

interface RouteNode {
  readonly literals: Map<string, RouteNode>;
  template?: RouteNode;
  /** Operations by method. */
  readonly operations: Map<string, { readonly operation: ContractOperation; readonly names: readonly string[] }>;
}

/** Finds the operation of a request. A literal segment has priority over a template. The method must match. */
export class Router {
  private readonly root = createRouteNode();

  constructor(operations: readonly ContractOperation[]) {
    for (const operation of operations) for (const path of operation.paths) this.add(path, operation);
  }

  /** @param path the path of the request line, without the query */
  find(method: string, path: string): MatchedRoute | undefined {
    const segments = path.split('/').slice(1);
    const values: string[] = [];
    const match = matchSegments(this.root, segments, 0, method, values);
    if (!match) return undefined;
    const parameters: Record<string, string> = {};
    for (const [index, name] of match.names.entries()) {
      const value = decodeSegment(values[index] ?? '');
      if (value === undefined) return undefined;
      parameters[name] = value;
    }
    return { operation: match.operation, path: parameters };
  }

  private add(path: string, operation: ContractOperation): void {
    const names: string[] = [];
    let node = this.root;
    for (const segment of path.split('/').slice(1)) {
      const name = /^\{(.+)\}$/.exec(segment)?.[1];
      if (name === undefined) node = getOrCreateChild(node, segment);
      else {
        names.push(name);
        node = node.template ??= createRouteNode();
      }
    }
    node.operations.set(operation.method, { operation, names });
  }
}

function createRouteNode(): RouteNode {
  return { literals: new Map(), operations: new Map() };
}

function getOrCreateChild(node: RouteNode, segment: string): RouteNode {
  let child = node.literals.get(segment);
  if (!child) {
    child = createRouteNode();
    node.literals.set(segment, child);
  }
  return child;
}

/** Depth-first search, literals before templates. Collects in `values` the segments that match templates. */
function matchSegments(
  node: RouteNode,
  segments: readonly string[],
  index: number,
  method: string,
  values: string[],
): { readonly operation: ContractOperation; readonly names: readonly string[] } | undefined {
  const segment = segments[index];
  if (segment === undefined) return node.operations.get(method);
  const literal = node.literals.get(segment);
  const literalMatch = literal && matchSegments(literal, segments, index + 1, method, values);
  if (literalMatch || !node.template || segment === '') return literalMatch;
  const valueCount = values.length;
  values.push(segment);
  const templateMatch = matchSegments(node.template, segments, index + 1, method, values);
  if (!templateMatch) values.length = valueCount;
  return templateMatch;
}

function decodeSegment(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
