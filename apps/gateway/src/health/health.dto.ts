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
}
