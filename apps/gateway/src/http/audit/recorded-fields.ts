import type { AuditTarget, AuditValue } from '#telemetry';

const metadataKey = Symbol('recorded in the audit log');

/**
 * Declares that the audit log records the values of a field: ids, words of a list, numbers, switches and timestamps, and
 * objects with such fields. Text that callers write is not recorded: it may be a file name, a message or a password.
 */
export const Recorded = (): PropertyDecorator => (prototype, name) => {
  Reflect.defineMetadata(metadataKey, true, prototype, name);
};

const isRecorded = (dto: object, name: string): boolean => Reflect.getMetadata(metadataKey, dto, name) === true;

/**
 * The recorded fields of validated input, at any depth.
 * @param input an instance of a DTO class. Of anything else, such as rejected input or a stream, nothing is recorded
 */
export function collectRecordedFields(input: unknown): AuditTarget {
  if (typeof input !== 'object' || input === null) return {};
  const fields = Object.entries(input).filter(([name]) => isRecorded(input, name));
  return Object.fromEntries(
    fields.flatMap(([name, value]: [string, unknown]) => {
      const recorded = toAuditValue(value);
      return recorded === undefined ? [] : [[name, recorded]];
    }),
  );
}

function toAuditValue(value: unknown): AuditValue | undefined {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(toAuditValue).filter((entry) => entry !== undefined);
  return typeof value === 'object' && value !== null ? collectRecordedFields(value) : undefined;
}
