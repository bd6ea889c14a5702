import { createHash } from 'node:crypto';
import type { TextRef } from '@app/domain';
import type { DetachedText } from '@app/persistence';
import { wire } from '@app/workflows';
import type { z } from 'zod';

/** A payload as rules and histories may hold it, and the texts that were in it. */
export interface Detached {
  payload: unknown;
  texts: DetachedText[];
}

type Schema = z.core.$ZodType;

/**
 * Takes the free texts out of a checked body and puts references in their place. The ids follow from the command's id and the place, so a repeated
 * command has the same payload.
 * @param schema the schema that has checked the body
 */
export function detachTexts(schema: Schema, body: unknown, commandId: string): Detached {
  const texts: DetachedText[] = [];
  const payload = walk(schema, body, '', (content, path) => {
    const ref: TextRef = { textId: idFor(commandId, path), sha256: createHash('sha256').update(content).digest('hex') };
    texts.push({ ref, content });
    return ref;
  });
  return { payload, texts };
}

function walk(schema: Schema, value: unknown, path: string, take: (content: string, path: string) => TextRef): unknown {
  if (schema === wire.freeText && typeof value === 'string') return take(value, path);
  const def = (schema as z.core.$ZodTypes)._zod.def;
  switch (def.type) {
    case 'optional':
      return walk(def.innerType, value, path, take);
    case 'array':
      return Array.isArray(value) ? value.map((one, index) => walk(def.element, one, `${path}/${index}`, take)) : value;
    case 'record':
      return mapFields(value, (field, name) => walk(def.valueType, field, `${path}/${name}`, take));
    case 'object':
      return mapFields(value, (field, name) => {
        const inner = def.shape[name];
        return inner === undefined ? field : walk(inner, field, `${path}/${name}`, take);
      });
    default:
      return value;
  }
}

function mapFields(value: unknown, change: (field: unknown, name: string) => unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, change(field, name)]));
}

/** A UUID (version 8) that follows from the command and the place in it. */
function idFor(commandId: string, path: string): string {
  const hex = createHash('sha256').update(`${commandId}${path}`).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
