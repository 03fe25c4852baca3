import type { Ajv2020, ValidateFunction } from 'ajv/dist/2020.js';
import { createAjv, describeErrors } from './ajv.js';
import type { Contract, ContractOperation } from './contract.js';
import { resolve } from './coercion.js';
import { tolerant } from './schemas.js';

const ID = 'answers';
const MOST_REASONS = 5;

/** Judges our own successful answers by the contract, with its contradictions allowed for. */
export class AnswerChecks {
  private readonly ajv: Ajv2020 = createAjv();
  private readonly checks = new Map<string, ValidateFunction>();

  constructor(private readonly contract: Contract) {
    const schemas = Object.entries(contract.schemas).map(([name, schema]) => [name, tolerant(schema, ID)]);
    this.ajv.addSchema({ $id: ID, components: { schemas: Object.fromEntries(schemas) as unknown } });
  }

  /** What is wrong with the body of an answer with status 200; the first few reasons. */
  check(operation: ContractOperation, body: unknown): readonly string[] {
    if (!operation.answer) return [];
    let validate = this.checks.get(operation.operationId);
    if (!validate) {
      validate = this.ajv.compile(tolerant(operation.answer, ID));
      this.checks.set(operation.operationId, validate);
    }
    return validate(body) ? [] : describeErrors('answer', validate.errors?.slice(0, MOST_REASONS));
  }

  /** How the operation's table types `code`. */
  codeForm({ answer }: ContractOperation): 'number' | 'text' | 'absent' {
    if (!answer) return 'number';
    const { properties } = resolve(answer, this.contract.schemas) as { properties?: { code?: { type?: unknown } } };
    if (!properties?.code) return 'absent';
    return properties.code.type === 'string' ? 'text' : 'number';
  }
}
