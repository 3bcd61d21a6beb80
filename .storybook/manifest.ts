// SPDX-License-Identifier: MIT
// Controls and API tables from custom-elements.json. Storybook's own reading of it wants one global object set before
// anything else and knows nothing of states; this is the whole of it.
import type { ArgTypes } from '@storybook/web-components-vite';

interface Documented {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: { readonly text: string };
}

interface Declaration {
  readonly tagName?: string;
  readonly description?: string;
  readonly members?: readonly (Documented & {
    readonly kind: string;
    readonly attribute?: string;
    readonly static?: boolean;
  })[];
  readonly attributes?: readonly (Documented & { readonly fieldName?: string })[];
  readonly events?: readonly Documented[];
  readonly slots?: readonly Documented[];
  readonly cssParts?: readonly Documented[];
  readonly cssProperties?: readonly Documented[];
  readonly cssStates?: readonly Documented[];
}

export interface Manifest {
  readonly modules: readonly { readonly declarations?: readonly Declaration[] }[];
}

const control = (type: string): 'boolean' | 'number' | 'text' | false => {
  if (/^boolean\b/.test(type)) return 'boolean';
  if (/^number\b/.test(type)) return 'number';
  if (/^string\b/.test(type)) return 'text';
  return false;
};

const choices = (type: string): string[] => [...type.matchAll(/'([^']*)'/g)].map(([, value = '']) => value);

/** The declaration of a tag. */
export function declarationOf(manifest: Manifest, tag: string): Declaration | undefined {
  return manifest.modules.flatMap((module) => module.declarations ?? []).find(({ tagName }) => tagName === tag);
}

/** One row for each thing a page can set, fill, style or hear. */
export function argTypesOf(manifest: Manifest, tag: string): ArgTypes {
  const declaration = declarationOf(manifest, tag);
  if (!declaration) return {};
  const rows: ArgTypes = {};
  for (const field of declaration.members ?? []) {
    if (field.kind !== 'field' || field.static) continue;
    const type = field.type?.text ?? '';
    const options = choices(type);
    rows[field.name] = {
      name: field.attribute ?? field.name,
      ...(field.description && { description: field.description }),
      ...(options.length > 0 ? { options, control: 'select' } : { control: control(type) }),
      table: {
        category: field.attribute ? 'attributes' : 'properties',
        type: { summary: type },
        ...(field.default && { defaultValue: { summary: field.default } }),
      },
    };
  }
  const rest = {
    events: declaration.events,
    slots: declaration.slots,
    parts: declaration.cssParts,
    'custom properties': declaration.cssProperties,
    states: declaration.cssStates,
  };
  for (const [category, list] of Object.entries(rest)) {
    for (const { name, description, type } of list ?? []) {
      rows[`${category}/${name}`] = {
        name: name || '(default)',
        ...(description && { description }),
        control: false,
        table: { category, ...(type && { type: { summary: type.text } }) },
      };
    }
  }
  return rows;
}
