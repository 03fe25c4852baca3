import { type DependencyName, dependencyNames } from '#telemetry';
import { EnumField, NestedArrayField, StringField } from '../http/input/fields.js';

export class DependencyHealth {
  @EnumField(dependencyNames, {
    description:
      'store, cacheStore: the Redis of REDIS_URL and CACHE_REDIS_URL. koodrive: its API. objectStore: where the bytes of ' +
      'files are. tokenEndpoint: issues app tokens. tokenIssuer: the keys for JSON Web Tokens. openIdProvider.',
  })
  name!: DependencyName;

  @EnumField(['up', 'down'])
  state!: 'up' | 'down';

  @StringField({
    optional: true,
    maxLength: 40,
    description: 'Why it is down: a word, such as wrong-password. The log tells more.',
  })
  reason?: string;
}

export class Health {
  @EnumField(['ok', 'degraded'])
  status!: 'ok' | 'degraded';

  @EnumField(['up', 'down', 'memory'], {
    optional: true,
    description:
      'The shared store; `memory` if none is configured. `down`: responses are slower and nobody can sign in.',
  })
  store?: 'up' | 'down' | 'memory';

  @EnumField(['up', 'down'], {
    optional: true,
    description: 'The store of cached responses, if it is another one. `down`: responses are slower.',
  })
  cacheStore?: 'up' | 'down';

  @EnumField(['off', 'on', 'unknown'], {
    optional: true,
    description:
      'Whether the store evicts records when its memory is full. `on`: sessions and stored responses may be lost; set ' +
      'the maxmemory-policy of that Redis to noeviction. `unknown`: it does not say so.',
  })
  storeEviction?: 'off' | 'on' | 'unknown';

  @NestedArrayField(() => DependencyHealth, {
    optional: true,
    description: 'What the instance depends on, by how the last uses went. One that was not used yet is up.',
  })
  dependencies?: DependencyHealth[];
}
