import { Word } from '../http/input/fields.js';

export class Health {
  @Word(['ok', 'degraded'])
  status!: 'ok' | 'degraded';

  @Word(['up', 'down', 'memory'], {
    optional: true,
    description: 'The shared store; `memory` where none is configured. Down: slower, and no new browser sessions.',
  })
  store?: 'up' | 'down' | 'memory' | undefined;
}
