// @ts-check
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { parse } from './command-types.mjs';
import { filesUnder } from './files-under.mjs';

/** @typedef {{ path: string, describes: string[], title: string, text: string }} FoundTest one test with the titles of the blocks around it and its file */

/**
 * `describe`, `it`, also as `it.each(…)`; a skipped or planned one is no test.
 * @param {ts.Expression} callee @returns {string | undefined}
 */
function functionName(callee) {
  if (ts.isIdentifier(callee)) return callee.text;
  if (ts.isCallExpression(callee)) return functionName(callee.expression);
  if (ts.isTaggedTemplateExpression(callee)) return functionName(callee.tag);
  if (ts.isPropertyAccessExpression(callee) && callee.name.text === 'each') return functionName(callee.expression);
  return undefined;
}

/** @param {ts.CallExpression} call @returns {string[]} the literal strings of `describe.each(['A', 'B'])('%s', …)` */
function eachTitles(call) {
  const table = ts.isCallExpression(call.expression) ? call.expression.arguments[0] : undefined;
  if (!table || !ts.isArrayLiteralExpression(table)) return [];
  return table.elements.filter(ts.isStringLiteralLike).map((one) => one.text);
}

/** @param {ts.CallExpression} call @returns {string[]} */
function titles(call) {
  const first = call.arguments[0];
  if (!first || !ts.isStringLiteralLike(first)) return first && ts.isTemplateExpression(first) ? [first.head.text] : [];
  return first.text === '%s' ? eachTitles(call) : [first.text];
}

/** @param {string} path @param {string} text @returns {FoundTest[]} */
export function testsIn(path, text) {
  /** @type {FoundTest[]} */
  const found = [];
  /** @param {ts.Node} node @param {string[]} describes @returns {void} */
  const visit = (node, describes) => {
    const name = ts.isCallExpression(node) ? functionName(node.expression) : undefined;
    if (!ts.isCallExpression(node) || name === undefined) {
      ts.forEachChild(node, (child) => visit(child, describes));
      return;
    }
    if (name === 'it' || name === 'test') found.push(...titles(node).map((title) => ({ path, describes, title, text })));
    const inside = name === 'describe' ? [...describes, ...titles(node)] : describes;
    node.arguments.forEach((child) => visit(child, inside));
  };
  visit(parse(path, text), []);
  return found;
}

/** @param {string} root the checkout @returns {FoundTest[]} every test of the specs in libs, apps and test */
export function allTests(root) {
  const paths = ['libs', 'apps', 'test'].flatMap((folder) => filesUnder(root, folder)).filter((path) => /[.-]spec\.ts$/.test(path));
  return paths.flatMap((path) => testsIn(path, readFileSync(join(root, path), 'utf8')));
}

const kindOf = (/** @type {string} */ path) => (/(^|\/)call[./-]/.test(path) ? 'call' : 'project');

/**
 * Whether a spec gives the command at all, by its type or by its route: a title alone proves nothing.
 * @param {string} text @param {string} type
 */
function gives(text, type) {
  const route = type.replace(/(?<!^)([A-Z])/g, '-$1').toLowerCase();
  const withoutTitles = text.replace(/\bdescribe(\.each\([^)]*\))?\(\s*'[^']*'/g, '');
  return withoutTitles.includes(`'${type}'`) || withoutTitles.includes(route);
}

/**
 * Tests of one command with one purpose: inside `describe('AcceptAward')`, the title begins with `does:`, `refuses:` or
 * `repeats:`. Calls and projects share some names: a test belongs to the kind its path names, or to both when the block
 * around it is called `call and project`.
 * @param {FoundTest[]} tests @param {{ kind: string, type: string }} command @param {'does' | 'refuses' | 'repeats'} purpose
 */
export function testsOf(tests, command, purpose) {
  return tests.filter(
    ({ path, describes, title, text }) =>
      title.startsWith(`${purpose}:`) &&
      describes.includes(command.type) &&
      gives(text, command.type) &&
      (kindOf(path) === command.kind || describes.includes('call and project')),
  );
}
