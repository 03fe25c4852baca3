import './environment.js';
import { variableDescriptions } from './variable.js';

/** The table of docs/configuration.md, from the variables themselves. */
export function configurationTable(): string {
  const rows = variableDescriptions.map(
    ({ name, meaning, standard, secret }) =>
      `| \`${name}\`${secret ? ` or \`${name}_FILE\`` : ''} | ${meaning} | ${standard} |`,
  );
  return ['| variable | meaning | when absent |', '|---|---|---|', ...rows].join('\n');
}
