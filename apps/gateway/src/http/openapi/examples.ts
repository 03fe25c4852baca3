import type { OpenAPIObject } from '@nestjs/swagger';
import { examples } from './generated/examples.js';

/** A recorded request of one operation and its response. Long lists are shortened. */
export interface OperationExample {
  /** Path and query. */
  readonly url: string;
  /** The request body, where it is JSON. */
  readonly request?: unknown;
  /** The response body, where it is JSON. */
  readonly response?: unknown;
}

interface MediaContent {
  content?: Readonly<Record<string, { example?: unknown }>>;
}
interface Operation {
  readonly requestBody?: MediaContent;
  readonly responses: Readonly<Record<string, MediaContent>>;
}

/**
 * Adds the example of each operation to the document. `npm run examples` records the examples against a new sandbox;
 * test/e2e/every-route.spec.ts validates them against the document.
 */
export function addExamples(document: OpenAPIObject): OpenAPIObject {
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods as Record<string, Operation>)) {
      const example = examples[`${method.toUpperCase()} ${path}`];
      if (!example) continue;
      const success = Object.entries(operation.responses).find(([status]) => status.startsWith('2'))?.[1];
      setExample(operation.requestBody, example.request);
      setExample(success, example.response);
    }
  }
  return document;
}

function setExample(target: MediaContent | undefined, example: unknown): void {
  const json = target?.content?.['application/json'];
  if (json && example !== undefined) json.example = example;
}
