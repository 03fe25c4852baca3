import type { OpenAPIObject } from '@nestjs/swagger';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

const header = (name: string, description: string, schema: object): object => ({
  name,
  in: 'header',
  required: false,
  description,
  schema,
});

/** Headers that many routes take, each described once. */
const parameters = {
  onBehalfOf: header('X-On-Behalf-Of', 'The KooDrive user to act for; needs the scope act-for:users.', {
    type: 'string',
    pattern: '^[A-Za-z0-9_-]{1,64}$',
  }),
  requestTimeout: header('X-Request-Timeout', 'Seconds you will wait, 0.05 to 300; decimals allowed.', {
    type: 'string',
    pattern: '^\\d{1,4}(\\.\\d{1,3})?$',
  }),
  idempotencyKey: header('Idempotency-Key', 'The same key with the same request gets the first answer again.', {
    type: 'string',
    minLength: 1,
    maxLength: 255,
  }),
  ifNoneMatch: header('If-None-Match', 'An ETag you have the answer of: 304 while it is still right.', {
    type: 'string',
  }),
} as const;

const reference = (name: keyof typeof parameters): { $ref: string } => ({ $ref: `#/components/parameters/${name}` });

/** Adds to each operation what follows from its kind: headers it takes, 304, and that public ones need no credential. */
export function describeHeaders(document: OpenAPIObject): OpenAPIObject {
  for (const path of Object.values(document.paths)) {
    for (const method of ['get', 'post', 'put', 'patch', 'delete'] as const) {
      const operation = path[method];
      if (operation) describe(operation, method === 'get');
    }
  }
  return { ...document, components: { ...document.components, parameters: parameters as never } };
}

function describe(operation: Operation, reads: boolean): void {
  const kept = reads && JSON.stringify(operation.responses['200'] ?? {}).includes('application/json');
  const open = (operation as { 'x-scope'?: string })['x-scope'] === 'public';
  if (open) operation.security = [];
  if (kept) operation.responses['304'] = { description: 'You have it already.' };
  operation.parameters = [
    ...(operation.parameters ?? []),
    ...(kept ? [reference('ifNoneMatch')] : []),
    ...(open ? [] : [reference('onBehalfOf'), reference('requestTimeout')]),
    ...(reads ? [] : [reference('idempotencyKey')]),
  ];
}
