import { describe, it, expect } from '@jest/globals';
import { settingsFrom, SettingsError } from './environment.js';
import { completeOptions } from './options.js';

describe('the environment of the sandbox', () => {
  it('may be empty: the defaults are complete', () => {
    const options = completeOptions(settingsFrom({}));
    expect(options).toMatchObject({ host: '127.0.0.1', port: 3900, appId: 'sandbox-app' });
    expect(options.appToken.expiresInSeconds).toBe(1800);
  });

  it('is read into options', () => {
    const options = completeOptions(
      settingsFrom({
        SANDBOX_PORT: '4100',
        SANDBOX_APP_SECRET: 's',
        SANDBOX_BEARER_PLUS: 'true',
        SANDBOX_APP_TOKEN_EXPIRES_IN: '60',
        SANDBOX_REDIRECT_ORIGINS: 'https://a.example,https://b.example:8443',
      }),
    );
    expect(options).toMatchObject({ port: 4100, appSecret: 's', quirks: { bearerPlus: true, gatewayErrors: false } });
    expect(options.appToken).toEqual({ expiresInSeconds: 60, mintDelayMs: 0 });
    expect(options.redirectOrigins).toEqual(['https://a.example', 'https://b.example:8443']);
  });

  it('names every mistake at once', () => {
    const mistakes = (): readonly string[] => {
      try {
        settingsFrom({
          SANDBOX_PORT: '70000',
          SANDBOX_SEED: '-1',
          SANDBOX_BEARER_PLUS: 'yes',
          SANDBOX_REDIRECT_ORIGINS: 'x',
        });
      } catch (error) {
        if (error instanceof SettingsError) return error.mistakes;
      }
      return [];
    };
    expect(mistakes().map((mistake) => mistake.split(' ')[0])).toEqual([
      'SANDBOX_PORT',
      'SANDBOX_SEED',
      'SANDBOX_REDIRECT_ORIGINS',
      'SANDBOX_BEARER_PLUS',
    ]);
  });
});
