import type { Capabilities } from './capabilities.js';

/** What somebody may do: by a template, or by rights of their own where the template is ANONYMOUS. */
export interface Grant {
  readonly templateId: string;
  readonly capabilities: Capabilities | undefined;
  readonly at: number;
}

/** Who was given which rights in which space, or on which file of it; and what new members of a space begin with. */
export class Grants {
  private readonly byPlace = new Map<string, Map<string, Grant>>();
  /** By the id of the group or department that owns the space. */
  private readonly initial = new Map<string, Grant>();

  give(place: string, userId: string, grant: Grant): void {
    const here = this.byPlace.get(place) ?? new Map<string, Grant>();
    this.byPlace.set(place, here.set(userId, grant));
  }

  /** @param place the id of a space or of a file */
  of(place: string, userId: string): Grant | undefined {
    return this.byPlace.get(place)?.get(userId);
  }

  setInitial(ownerId: string, grant: Grant): void {
    this.initial.set(ownerId, grant);
  }

  /** A space that is gone leaves nothing behind for the next one of its owner. */
  forget({ containerId, ownerId }: { readonly containerId: string; readonly ownerId: string }): void {
    this.byPlace.delete(containerId);
    this.initial.delete(ownerId);
  }

  initialOf(ownerId: string): Grant | undefined {
    return this.initial.get(ownerId);
  }

  uses(templateId: string): boolean {
    const given = [...this.byPlace.values()].flatMap((here) => [...here.values()]);
    return [...given, ...this.initial.values()].some((grant) => grant.templateId === templateId);
  }
}
