import { getDeclaredVariables } from './environment-variable.js';
import { BrowserSessionVariables } from './variables/browser-session-variables.js';
import { CallerVariables } from './variables/caller-variables.js';
import { KooDriveVariables } from './variables/koodrive-variables.js';
import { OperationVariables } from './variables/operation-variables.js';
import { ServerVariables } from './variables/server-variables.js';

/** The classes that declare the environment variables, by topic, in the order of the documentation. */
export const environmentSections = [
  ServerVariables,
  KooDriveVariables,
  CallerVariables,
  BrowserSessionVariables,
  OperationVariables,
] as const;

/** Every variable, in the order of the documentation. */
export const environmentVariableDescriptions = environmentSections.flatMap(getDeclaredVariables);

/** The parsed values of all variables. The rules between variables (environment-rules.ts) are not checked yet. */
export type Environment = ServerVariables &
  KooDriveVariables &
  CallerVariables &
  BrowserSessionVariables &
  OperationVariables;
