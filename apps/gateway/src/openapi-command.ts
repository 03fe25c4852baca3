import { loadConfiguration, type RemoteUpstream } from '#config';
import { createGateway } from './application.js';
import { OpenApiController } from './http/openapi/openapi.controller.js';
import { optionalModulesOn } from './optional-modules.js';

/** Prints the OpenAPI description to standard output: `npm run --silent openapi > docs/openapi.json`. */
const configuration = loadConfiguration({
  ...optionalModulesOn,
  NODE_ENV: 'test',
  LOG_LEVEL: 'fatal',
  AUDIT_LOG: 'stderr',
});
/** Nothing is called: a description is made of the code alone. */
const nowhere: RemoteUpstream = {
  kind: 'remote',
  baseUrl: 'http://127.0.0.1:9',
  objectStoreOrigins: [],
  app: undefined,
  appToken: undefined,
};
const gateway = await createGateway(configuration, nowhere);
process.stdout.write(`${JSON.stringify(gateway.app.get(OpenApiController).document(), null, 2)}\n`);
await gateway.close();
