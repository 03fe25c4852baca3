import { ProblemError } from '#problem';
import type { EndpointSpec } from './endpoint.js';

interface KnownRoute {
  readonly form: RegExp;
  readonly names: Set<string>;
  readonly endpoints: Map<string, EndpointSpec>;
}

/**
 * The addresses that are served and their methods: Fastify's router tells of a request only that it found nothing, not
 * whether another method would have been taken.
 */
export class KnownRoutes {
  private readonly routes = new Map<string, KnownRoute>();

  add(url: string, methods: readonly string[], endpoint?: EndpointSpec): void {
    const known = this.routes.get(url) ?? { form: formOf(url), names: new Set<string>(), endpoints: new Map() };
    for (const name of methods) {
      known.names.add(name);
      if (endpoint) known.endpoints.set(name, endpoint);
    }
    this.routes.set(url, known);
  }

  /** Every method and address that is served, such as `GET /v1/jobs/:jobId`. */
  names(): readonly string[] {
    return [...this.routes].flatMap(([url, { names }]) => [...names].map((name) => `${name} ${url}`));
  }

  /** The problem of a request that met no route: 405 with Allow where the address takes other methods, else 404. */
  refusal(address: string): ProblemError {
    const names = this.methods(address);
    if (names.length === 0) return new ProblemError('route-not-found');
    return new ProblemError('method-not-allowed', { headers: { allow: names.join(', ') } });
  }

  /** The methods that an address takes; none where nothing is served. */
  methods(address: string): readonly string[] {
    return [...new Set(this.fitting(address).flatMap(({ names }) => [...names]))].sort();
  }

  /** What may answer an address: of several whose forms fit it, the router takes one. None where nothing is served. */
  endpoints(method: string, address: string): readonly EndpointSpec[] {
    return this.fitting(address).flatMap(({ endpoints }) => endpoints.get(method) ?? []);
  }

  private fitting(address: string): readonly KnownRoute[] {
    const path = address.split('?', 1)[0] ?? '';
    return [...this.routes.values()].filter(({ form }) => form.test(path));
  }
}

/** `/v1/jobs/:jobId` -> a form that fits `/v1/jobs/7`. */
function formOf(url: string): RegExp {
  const steps = url.split('/').map((step) => {
    if (step === '*') return '.*';
    return step.startsWith(':') ? '[^/]+' : step.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${steps.join('/')}$`);
}
