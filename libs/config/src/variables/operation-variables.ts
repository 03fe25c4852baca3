import { EnvironmentVariable } from '../environment-variable.js';
import { createOneOfParser, parseOnOff, parseText } from '../variable-parsers.js';

export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';

/** The documentation page, the log and the audit log. */
export class OperationVariables {
  @EnvironmentVariable('Whether /docs is served.', parseOnOff, { defaultDescription: 'on; in production off' })
  DOCS?: boolean;

  @EnvironmentVariable(
    'Lowest level that is logged.',
    createOneOfParser('trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'),
    { defaultDescription: 'info' },
  )
  LOG_LEVEL: LogLevel = 'info';

  @EnvironmentVariable(
    'Destination of the audit log: stdout, stderr, or the path of a file. Lines are appended to the file.',
    parseText,
    { defaultDescription: 'stderr (the request log goes to stdout)' },
  )
  AUDIT_LOG = 'stderr';
}
