import type { Capabilities } from './capabilities.js';

/** The capabilities of a user: those of a template, or `capabilities` if the template id is `inlineTemplateId`. */
export interface Grant {
  readonly templateId: string;
  readonly capabilities: Capabilities | undefined;
  readonly grantedAt: number;
}

/** The grants of users on spaces and files, and the initial grants for new members of a space. */
export class Grants {
  /** By the id of a space or a file, then by user id. */
  private readonly byResource = new Map<string, Map<string, Grant>>();
  /** By the id of the group or department that owns the space. */
  private readonly initialByOwner = new Map<string, Grant>();

  /** @param resourceId the id of a space or a file */
  set(resourceId: string, userId: string, grant: Grant): void {
    const byUser = this.byResource.get(resourceId) ?? new Map<string, Grant>();
    this.byResource.set(resourceId, byUser.set(userId, grant));
  }

  /** @param resourceId the id of a space or a file */
  find(resourceId: string, userId: string): Grant | undefined {
    return this.byResource.get(resourceId)?.get(userId);
  }

  setInitial(ownerId: string, grant: Grant): void {
    this.initialByOwner.set(ownerId, grant);
  }

  /** Deletes the grants of a space, so that the next space of its owner starts without any. */
  removeSpace({ containerId, ownerId }: { readonly containerId: string; readonly ownerId: string }): void {
    this.byResource.delete(containerId);
    this.initialByOwner.delete(ownerId);
  }

  findInitial(ownerId: string): Grant | undefined {
    return this.initialByOwner.get(ownerId);
  }

  isTemplateInUse(templateId: string): boolean {
    const grants = [...this.byResource.values()].flatMap((byUser) => [...byUser.values()]);
    return [...grants, ...this.initialByOwner.values()].some((grant) => grant.templateId === templateId);
  }
}
