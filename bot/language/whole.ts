import type { Material } from './material.ts';

/** Whether every piece but the translations could be read. Only then does the absence of something prove anything. */
export function isWhole(material: Material): boolean {
  return (
    [...material.incomplete].every((kind) => kind === 'strings') &&
    [...material.dialogs.values()].every(
      (dialog) =>
        !dialog.opaque && [...dialog.nodes.values()].every((node) => node.data !== null && !node.partial),
    )
  );
}
