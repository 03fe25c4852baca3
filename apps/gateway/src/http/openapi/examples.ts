import type { OpenAPIObject } from '@nestjs/swagger';
import { examples } from './generated/examples.js';

/** A request of one operation and its answer, as they once were; lists are cut. */
export interface Example {
  /** Path and query. */
  readonly address: string;
  /** The body, where it is JSON. */
  readonly request?: unknown;
  /** The body, where it is JSON. */
  readonly answer?: unknown;
}

interface Content {
  content?: Readonly<Record<string, { example?: unknown }>>;
}
interface Operation {
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
}

/**
 * Shows with each operation a request and its answer. They were recorded in front of a new sandbox by `npm run examples`,
 * not written by hand; test/e2e/examples.spec.ts holds them to be true.
 */
export function withExamples(document: OpenAPIObject): OpenAPIObject {
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods as Record<string, Operation>)) {
      const example = examples[`${method.toUpperCase()} ${path}`];
      if (!example) continue;
      const success = Object.entries(operation.responses).find(([status]) => status.startsWith('2'))?.[1];
      show(operation.requestBody, example.request);
      show(success, example.answer);
    }
  }
  return document;
}

function show(place: Content | undefined, example: unknown): void {
  const json = place?.content?.['application/json'];
  if (json && example !== undefined) json.example = example;
}
