import { loadConfiguration, type RemoteUpstream } from '#config';
import { createGateway } from '../application.js';
import { OpenApiController } from '../http/openapi/openapi.controller.js';
import { optionalModuleVariables } from '../composition/optional-modules.js';

/** Prints the OpenAPI description to standard output: `npm run --silent openapi > docs/openapi.json`. */
const configuration = loadConfiguration({
  ...optionalModuleVariables,
  NODE_ENV: 'test',
  LOG_LEVEL: 'fatal',
  AUDIT_LOG: 'stderr',
});
/** Never called: the description is created from the code. */
const unreachableUpstream: RemoteUpstream = {
  kind: 'remote',
  baseUrl: 'http://127.0.0.1:9',
  objectStoreOrigins: [],
  app: undefined,
  appToken: undefined,
};
const gateway = await createGateway(configuration, unreachableUpstream);
process.stdout.write(`${JSON.stringify(gateway.app.get(OpenApiController).document(), null, 2)}\n`);
await gateway.close();
