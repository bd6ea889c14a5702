// @ts-check
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { filesUnder } from './files-under.mjs';

/** @param {string} path @param {string} text */
export const parse = (path, text) =>
  ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true, path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);

/** @param {readonly ts.TypeElement[]} members @returns {string | undefined} the literal of `type` where a `payload` stands beside it */
function commandName(members) {
  const named = (/** @type {string} */ name) => members.find((one) => one.name?.getText() === name);
  const type = named('type');
  if (!type || !named('payload') || !ts.isPropertySignature(type) || !type.type) return undefined;
  return ts.isLiteralTypeNode(type.type) && ts.isStringLiteral(type.type.literal) ? type.type.literal.text : undefined;
}

/** @param {ts.SourceFile} source @returns {string[]} */
function commandsIn(source) {
  /** @type {string[]} */
  const names = [];
  /** @param {ts.Node} node */
  const visit = (node) => {
    const isShape = ts.isInterfaceDeclaration(node) || ts.isTypeLiteralNode(node);
    const name = isShape ? commandName(node.members) : undefined;
    if (name) names.push(name);
    else ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
}

/**
 * Every command type of the domain, in the order of the files: `project` and `call` each by its own name.
 * @param {string} root the checkout @returns {{ kind: 'project' | 'call', type: string, path: string }[]}
 */
export function commandTypes(root) {
  return /** @type {const} */ (['project', 'call']).flatMap((kind) => {
    const paths = filesUnder(root, `libs/domain/src/${kind}`).filter((path) => /commands\.ts$/.test(path));
    return paths.flatMap((path) => commandsIn(parse(path, readFileSync(join(root, path), 'utf8'))).map((type) => ({ kind, type, path })));
  });
}
