import type { Ajv2020, ValidateFunction } from 'ajv/dist/2020.js';
import { createAjv, describeErrors } from './ajv.js';
import type { Contract, ContractOperation } from './contract.js';
import { resolveReference } from './coercion.js';
import { toLenientSchema } from './schemas.js';

const schemaId = 'responses';
const maxReasons = 5;

/** How the table of an operation types `code`. A few tables have neither `code` nor `msg`. */
export type CodeType = 'number' | 'text' | 'absent';

/** Checks the sandbox's own successful responses against the contract, and tolerates its contradictions. */
export class ResponseValidator {
  private readonly ajv: Ajv2020 = createAjv();
  private readonly validators = new Map<string, ValidateFunction>();

  constructor(private readonly contract: Contract) {
    const schemas = Object.entries(contract.schemas).map(([name, schema]) => [name, toLenientSchema(schema, schemaId)]);
    this.ajv.addSchema({ $id: schemaId, components: { schemas: Object.fromEntries(schemas) as unknown } });
  }

  /** Returns the first few mistakes in the body of a response with status 200, or an empty list. */
  validate(operation: ContractOperation, body: unknown): readonly string[] {
    if (!operation.responseSchema) return [];
    let validate = this.validators.get(operation.operationId);
    if (!validate) {
      validate = this.ajv.compile(toLenientSchema(operation.responseSchema, schemaId));
      this.validators.set(operation.operationId, validate);
    }
    return validate(body) ? [] : describeErrors('response', validate.errors?.slice(0, maxReasons));
  }

  codeTypeOf({ responseSchema }: ContractOperation): CodeType {
    if (!responseSchema) return 'number';
    const { properties } = resolveReference(responseSchema, this.contract.schemas) as {
      properties?: { code?: { type?: unknown } };
    };
    if (!properties?.code) return 'absent';
    return properties.code.type === 'string' ? 'text' : 'number';
  }
}
