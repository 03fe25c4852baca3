import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Vault } from '#access-token';
import { type Principal, principalKey } from '#koodrive';
import { ProblemError } from '#problem';
import { SharedStore } from '../upstream/shared-store.js';
import type { LinkOperations } from './link-operations.js';

const minute = 60_000;
/** How long a kdstoken is used. Its own life is not documented: when it lapses sooner, the refusal ends it here too. */
const passMs = 20 * minute;
/** Calls of one visitor within so long are one view. */
const viewMs = 30 * minute;

/** Whose visit, by which calls, of which link. */
export interface Visitor {
  readonly kind: LinkOperations['kind'];
  readonly principal: Principal;
  readonly code: string;
}

/** The name in the store tells neither who nor what. */
function nameOf(what: string, { kind, principal, code }: Visitor): string {
  const whose = JSON.stringify([kind, principalKey(principal), code]);
  return `${what}:${createHash('sha256').update(whose).digest('base64url')}`;
}

/** The tokens that access codes of links earned, for each visitor apart; encrypted, and never shown to a caller. */
@Injectable()
export class LinkPasses {
  constructor(
    private readonly store: SharedStore,
    private readonly vault: Vault,
  ) {}

  /** @throws ProblemError store-unavailable: an unlocking that nobody remembers is none */
  async keep(visitor: Visitor, token: string): Promise<void> {
    const name = nameOf('link-pass', visitor);
    const sealed = this.vault.seal(name, Buffer.from(token));
    const kept = await this.store.use(async (store) => {
      await store.set(name, sealed, passMs);
      return true;
    });
    if (!kept) throw new ProblemError('store-unavailable');
  }

  /** Undefined where there is none, or it cannot be read. */
  async find(visitor: Visitor): Promise<string | undefined> {
    const name = nameOf('link-pass', visitor);
    const sealed = await this.store.use((store) => store.get(name));
    if (!sealed) return undefined;
    try {
      return this.vault.open(name, sealed).toString();
    } catch {
      return undefined;
    }
  }

  async forget(visitor: Visitor): Promise<void> {
    await this.store.use((store) => store.delete(nameOf('link-pass', visitor)));
  }

  /** Whether this look at the files is the first of a visit; with the store away none is, rather than each. */
  async isNewView(visitor: Visitor): Promise<boolean> {
    const name = nameOf('link-view', visitor);
    return (await this.store.use((store) => store.setIfAbsent(name, '1', viewMs))) ?? false;
  }
}
