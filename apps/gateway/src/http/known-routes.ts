import { ProblemError } from '#problem';

/**
 * The addresses that are served and their methods: Fastify's router tells of a request only that it found nothing, not
 * whether another method would have been taken.
 */
export class KnownRoutes {
  private readonly routes = new Map<string, { readonly form: RegExp; readonly names: Set<string> }>();

  add(url: string, methods: readonly string[]): void {
    const known = this.routes.get(url) ?? { form: formOf(url), names: new Set<string>() };
    for (const name of methods) known.names.add(name);
    this.routes.set(url, known);
  }

  /** The problem of a request that met no route: 405 with Allow where the address takes other methods, else 404. */
  refusal(address: string): ProblemError {
    const names = this.methods(address);
    if (names.length === 0) return new ProblemError('route-not-found');
    return new ProblemError('method-not-allowed', { headers: { allow: names.join(', ') } });
  }

  /** The methods that an address takes; none where nothing is served. */
  methods(address: string): readonly string[] {
    const path = address.split('?', 1)[0] ?? '';
    const names = [...this.routes.values()].filter(({ form }) => form.test(path)).flatMap(({ names: set }) => [...set]);
    return [...new Set(names)].sort();
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
