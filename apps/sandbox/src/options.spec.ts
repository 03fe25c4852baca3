import { describe, it, expect } from '@jest/globals';
import { SettingsError } from './environment.js';
import { completeOptions, parseSettings } from './options.js';

describe('parseSettings', () => {
  it('accepts an empty environment and uses the defaults', () => {
    const options = completeOptions(parseSettings({}));
    expect(options).toMatchObject({ host: '127.0.0.1', port: 3900, appId: 'sandbox-app' });
    expect(options.appToken.expiresInSeconds).toBe(1800);
  });

  it('reads the variables into options', () => {
    const options = completeOptions(
      parseSettings({
        SANDBOX_PORT: '4100',
        SANDBOX_APP_SECRET: 's',
        SANDBOX_BEARER_PLUS: 'true',
        SANDBOX_APP_TOKEN_EXPIRES_IN: '60',
        SANDBOX_REDIRECT_ORIGINS: 'https://a.example,https://b.example:8443',
      }),
    );
    expect(options).toMatchObject({
      port: 4100,
      appSecret: 's',
      quirks: { bearerPlus: true, apiGatewayErrors: false },
    });
    expect(options.appToken).toEqual({ expiresInSeconds: 60, mintDelayMs: 0 });
    expect(options.redirectOrigins).toEqual(['https://a.example', 'https://b.example:8443']);
  });

  it('creates a control token of 256 random bits for each sandbox unless one is set', () => {
    const [first, second] = [completeOptions(), completeOptions()].map(({ controlToken }) => controlToken);
    expect(first).toMatch(/^[\w-]{43}$/);
    expect(second).not.toBe(first);
    expect(completeOptions(parseSettings({ SANDBOX_CONTROL_TOKEN: 'a-given-token-123' })).controlToken).toBe(
      'a-given-token-123',
    );
  });

  it('reports all wrong variables in one error', () => {
    const mistakes = (): readonly string[] => {
      try {
        parseSettings({
          SANDBOX_PORT: '70000',
          SANDBOX_SEED: '-1',
          SANDBOX_BEARER_PLUS: 'yes',
          SANDBOX_CONTROL_TOKEN: 'p@ss/word',
          SANDBOX_REDIRECT_ORIGINS: 'x',
        });
      } catch (error) {
        if (error instanceof SettingsError) return error.mistakes;
      }
      return [];
    };
    expect(mistakes().map((mistake) => mistake.split(' ')[0])).toEqual([
      'SANDBOX_PORT',
      'SANDBOX_CONTROL_TOKEN',
      'SANDBOX_SEED',
      'SANDBOX_REDIRECT_ORIGINS',
      'SANDBOX_BEARER_PLUS',
    ]);
  });
});
