import { EnumField } from '../http/input/fields.js';

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
}
