import { environmentVariableDescriptions } from './environment.js';

/** The Markdown table of docs/configuration.md, made from the declarations of the variables. */
export function renderConfigurationTable(): string {
  const rows = environmentVariableDescriptions.map(
    ({ name, description, defaultDescription, secret }) =>
      `| \`${name}\`${secret ? ` or \`${name}_FILE\`` : ''} | ${description} | ${defaultDescription} |`,
  );
  return ['| variable | meaning | when absent |', '|---|---|---|', ...rows].join('\n');
}
