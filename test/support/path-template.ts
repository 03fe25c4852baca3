/** A pattern for the paths of a template: a parameter such as `{spaceId}` matches one path segment. */
export function createPathPattern(template: string): RegExp {
  return new RegExp(`^${template.replace(/\./g, '\\.').replace(/\{[^}]+\}/g, '[^/]+')}$`);
}
