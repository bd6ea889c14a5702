// @ts-check
import { basename } from 'node:path';

/** @typedef {import('eslint').Rule.RuleModule} RuleModule */

const kebabCase = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
const languageTag = /^[a-z]{2}(-[A-Z]{2})?\.(ts|json)$/;

/** File names are kebab-case with the role as a suffix; a catalogue is named by its language tag. @type {RuleModule} */
const kebabCaseFileName = {
  meta: { type: 'problem', schema: [], messages: { name: "File name '{{name}}' is not kebab-case with a role suffix." } },
  create(context) {
    const name = basename(context.filename);
    if (kebabCase.test(name) || languageTag.test(name)) return {};
    return { Program: (node) => context.report({ node, messageId: 'name', data: { name } }) };
  },
};

/** @param {any} node an export statement */
function exportedNames(node) {
  const declared = node.declaration;
  if (!declared) return [];
  if (declared.type === 'VariableDeclaration') return declared.declarations.map((/** @type {any} */ one) => one.id.name ?? 'pattern');
  return [declared.id?.name ?? 'default'];
}

/** @param {any} node an export statement or its declaration @param {import('eslint').SourceCode} source */
function isDocumented(node, source) {
  const decorators = node.declaration?.decorators ?? [];
  const starts = [node, ...decorators.slice(0, 1)];
  return starts.some((start) => {
    const last = source.getCommentsBefore(start).at(-1);
    return last?.type === 'Block' && last.value.startsWith('*') && /\p{L}/u.test(last.value);
  });
}

/**
 * An overload's documentation stands before its first signature.
 * @param {any} node @param {import('eslint').SourceCode} source @returns {boolean}
 */
function isFurtherOverload(node, source) {
  const name = node.declaration?.id?.name;
  const siblings = node.parent.body;
  const before = siblings[siblings.indexOf(node) - 1];
  if (before?.type !== 'ExportNamedDeclaration' || before.declaration?.type !== 'TSDeclareFunction') return false;
  return before.declaration.id.name === name && (isDocumented(before, source) || isFurtherOverload(before, source));
}

/** Every exported name says what it promises in a docstring. @type {RuleModule} */
const documentedExport = {
  meta: { type: 'suggestion', schema: [], messages: { missing: "Exported name '{{name}}' has no docstring that says what it promises." } },
  create(context) {
    const source = context.sourceCode;
    /** @param {any} node */
    const check = (node) => {
      const names = exportedNames(node);
      if (names.length === 0 || isDocumented(node, source) || isFurtherOverload(node, source)) return;
      context.report({ node, messageId: 'missing', data: { name: names.join(', ') } });
    };
    return { ExportNamedDeclaration: check };
  },
};

/** Section banners hide a file that should be split. @type {RuleModule} */
const noSectionBanner = {
  meta: { type: 'suggestion', schema: [], messages: { banner: 'A section banner: split the file instead.' } },
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          if (/[-=*#~─═]{4,}/.test(comment.value)) context.report({ loc: comment.loc ?? { line: 1, column: 0 }, messageId: 'banner' });
        }
      },
    };
  },
};

const testFunctions = new Set(['it', 'test', 'beforeAll', 'beforeEach', 'afterAll', 'afterEach']);

/** @param {any} callee @returns {string | undefined} the test function's name, also of `it.each(…)(…)` */
function testFunctionName(callee) {
  if (callee.type === 'Identifier') return callee.name;
  if (callee.type === 'MemberExpression') return testFunctionName(callee.object);
  if (callee.type === 'CallExpression' || callee.type === 'TaggedTemplateExpression') return testFunctionName(callee.callee ?? callee.tag);
  return undefined;
}

/** `describe` bodies may be as long as they like, a single test may not. @type {RuleModule} */
const maxTestLines = {
  meta: {
    type: 'suggestion',
    schema: [{ type: 'integer', minimum: 1 }],
    messages: { long: 'This test has {{lines}} lines; at most {{max}} are readable.' },
  },
  create(context) {
    const max = context.options[0] ?? 60;
    return {
      CallExpression(node) {
        const body = node.arguments.find((one) => one.type === 'ArrowFunctionExpression' || one.type === 'FunctionExpression');
        if (!body?.loc || !testFunctions.has(testFunctionName(node.callee) ?? '')) return;
        const lines = body.loc.end.line - body.loc.start.line + 1;
        if (lines > max) context.report({ node, messageId: 'long', data: { lines: String(lines), max: String(max) } });
      },
    };
  },
};

const spokenAttributes = new Set(['aria-label', 'aria-description', 'alt', 'title', 'label', 'description', 'placeholder']);
/** The product's name is the same in every language. */
const ownName = /Gongfang|工坊/g;

/** @param {unknown} text */
function isSentence(text) {
  return typeof text === 'string' && /\p{L}{2,}/u.test(text.replace(ownName, ''));
}

/** What people read stands in the catalogues, or it cannot be translated. @type {RuleModule} */
const noPlainText = {
  meta: { type: 'problem', schema: [], messages: { plain: "'{{text}}' is written into a component: give it a key in the catalogues." } },
  create(context) {
    /** @param {any} node @param {string} text */
    const report = (node, text) => context.report({ node, messageId: 'plain', data: { text: text.trim().slice(0, 40) } });
    return {
      /** @param {any} node */
      JSXText(node) {
        if (isSentence(node.value)) report(node, node.value);
      },
      /** @param {any} node */
      'JSXElement > JSXExpressionContainer > Literal'(node) {
        if (isSentence(node.value)) report(node, node.value);
      },
      /** @param {any} node */
      JSXAttribute(node) {
        const value = node.value?.type === 'JSXExpressionContainer' ? node.value.expression : node.value;
        if (spokenAttributes.has(node.name.name) && value?.type === 'Literal' && isSentence(value.value)) report(node, value.value);
      },
    };
  },
};

/** The project's own rules: conventions that no published rule checks. */
export const localRules = {
  rules: {
    'kebab-case-file-name': kebabCaseFileName,
    'documented-export': documentedExport,
    'no-section-banner': noSectionBanner,
    'max-test-lines': maxTestLines,
    'no-plain-text': noPlainText,
  },
};
