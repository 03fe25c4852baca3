import { ProblemError } from '#problem';
import type { EndpointSpec } from './endpoint.js';
import { findPathEscapeProblem } from './input/url-escapes.js';

interface RouteEntry {
  readonly pathPattern: RegExp;
  readonly methods: Set<string>;
  readonly endpoints: Map<string, EndpointSpec>;
}

/**
 * The registered routes and their methods. For a request without a route, Fastify's router reports only that it found
 * none, not whether the path has other methods.
 */
export class RouteTable {
  private readonly routes = new Map<string, RouteEntry>();

  add(url: string, methods: readonly string[], endpoint?: EndpointSpec): void {
    const entry = this.routes.get(url) ?? {
      pathPattern: compilePathPattern(url),
      methods: new Set<string>(),
      endpoints: new Map(),
    };
    for (const method of methods) {
      entry.methods.add(method);
      if (endpoint) entry.endpoints.set(method, endpoint);
    }
    this.routes.set(url, entry);
  }

  /** Every route with its method, such as `GET /v1/jobs/:jobId`. */
  listRoutes(): readonly string[] {
    return [...this.routes].flatMap(([url, { methods }]) => [...methods].map((method) => `${method} ${url}`));
  }

  /** @param url with its parameters, such as `/v1/jobs/:jobId` */
  hasRoute(method: string, url: string): boolean {
    return this.routes.get(url)?.methods.has(method) ?? false;
  }

  /** The problem for a request without a route: 405 with Allow where the path has other methods, else 404. */
  createUnmatchedProblem(url: string): ProblemError {
    const methods = this.findMethods(url);
    if (methods.length === 0) return new ProblemError('route-not-found');
    return new ProblemError('method-not-allowed', { headers: { allow: methods.join(', ') } });
  }

  /** The problem of a URL that the router cannot decode; undefined where the mistake is not in a path parameter. */
  findEscapeProblem(url: string): ProblemError | undefined {
    const templates = [...this.routes].filter(([, { pathPattern }]) => pathPattern.test(stripQuery(url)));
    return templates.map(([template]) => findPathEscapeProblem(url, template)).find(Boolean);
  }

  /** The methods of the routes that match the URL; empty without a match. */
  findMethods(url: string): readonly string[] {
    return [...new Set(this.findMatches(url).flatMap(({ methods }) => [...methods]))].sort();
  }

  /**
   * The endpoints that may serve the URL. Several routes can match it; the router chooses one. Empty without a match.
   */
  findEndpoints(method: string, url: string): readonly EndpointSpec[] {
    return this.findMatches(url).flatMap(({ endpoints }) => endpoints.get(method) ?? []);
  }

  private findMatches(url: string): readonly RouteEntry[] {
    return [...this.routes.values()].filter(({ pathPattern }) => pathPattern.test(stripQuery(url)));
  }
}

const stripQuery = (url: string): string => url.split('?', 1)[0] ?? '';

/** For `/v1/jobs/:jobId`, a pattern that matches `/v1/jobs/7`. */
function compilePathPattern(url: string): RegExp {
  const segmentPatterns = url.split('/').map((segment) => {
    if (segment === '*') return '.*';
    return segment.startsWith(':') ? '[^/]+' : segment.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${segmentPatterns.join('/')}$`);
}
